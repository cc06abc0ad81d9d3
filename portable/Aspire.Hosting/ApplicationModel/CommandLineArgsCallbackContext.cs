using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The arguments of a resource, while they are being put together.</summary>
public sealed class CommandLineArgsCallbackContext(IList<object> args, IResource resource, CancellationToken cancellationToken = default)
{
    /// <summary>The arguments: texts, or values that are known later.</summary>
    public IList<object> Args { get; } = args;

    /// <summary>Ends the waiting.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>How the application runs.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; init; } = new(DistributedApplicationOperation.Run);

    /// <summary>Writes to the log of the resource.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;
}
