namespace Aspire.Hosting;

/// <summary>What the AppHost was started for.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>To run the system here.</summary>
    Run,

    /// <summary>To describe it for another place; the stand-in never does.</summary>
    Publish,
}
