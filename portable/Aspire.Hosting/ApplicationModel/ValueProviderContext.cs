namespace Aspire.Hosting.ApplicationModel;

/// <summary>Who asks for a value.</summary>
public class ValueProviderContext
{
    /// <summary>How the application runs.</summary>
    public DistributedApplicationExecutionContext? ExecutionContext { get; init; }

    /// <summary>The resource that the value is for.</summary>
    public IResource? Caller { get; init; }
}
