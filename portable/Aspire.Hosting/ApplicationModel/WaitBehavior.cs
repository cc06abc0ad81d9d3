namespace Aspire.Hosting.ApplicationModel;

/// <summary>What becomes of a wait when the other resource ends.</summary>
public enum WaitBehavior
{
    /// <summary>It goes on, for the other one may come back.</summary>
    WaitOnResourceUnavailable,

    /// <summary>It fails.</summary>
    StopOnResourceUnavailable,
}
