namespace Aspire.Hosting.ApplicationModel;

/// <summary>What to wait for.</summary>
public enum WaitType
{
    /// <summary>Until the other one is usable.</summary>
    WaitUntilHealthy,

    /// <summary>Until the other one has ended.</summary>
    WaitForCompletion,

    /// <summary>Until the other one runs.</summary>
    WaitUntilStarted,
}
