using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The environment of a resource, while it is being put together.</summary>
public class EnvironmentCallbackContext(
    DistributedApplicationExecutionContext executionContext,
    IResource resource,
    Dictionary<string, object>? environmentVariables = null,
    CancellationToken cancellationToken = default)
{
    /// <summary>The variables: texts, or values that are known later.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = environmentVariables ?? [];

    /// <summary>Ends the waiting.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Writes to the log of the resource.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>How the application runs.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;
}
