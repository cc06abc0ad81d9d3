namespace Aspire.Hosting;

/// <summary>How the application runs.</summary>
public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    /// <summary>What the AppHost was started for.</summary>
    public DistributedApplicationOperation Operation { get; } = operation;

    /// <summary>Whether the system is to be described for another place.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <summary>Whether the system is to run here.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;
}
