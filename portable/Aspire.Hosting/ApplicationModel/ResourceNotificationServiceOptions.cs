namespace Aspire.Hosting.ApplicationModel;

/// <summary>How waiting behaves.</summary>
public sealed class ResourceNotificationServiceOptions
{
    /// <summary>What a wait does that does not say.</summary>
    public WaitBehavior DefaultWaitBehavior { get; set; }
}
