using Aspire.Hosting.Native;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps what the resources write.</summary>
public class ResourceLoggerService
{
    readonly Lock _lock = new();
    readonly Dictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A logger that writes into the log of a resource.</summary>
    public ILogger GetLogger(IResource resource) => LogOf(resource.Name);

    /// <summary>A logger that writes into the log of a resource.</summary>
    public ILogger GetLogger(string resourceName) => LogOf(resourceName);

    /// <summary>The last lines, then every new one.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.Name);

    /// <summary>The last lines, then every new one.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => LogOf(resourceName).WatchAsync();

    /// <summary>The last lines.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) => GetAllAsync(resource.Name);

    /// <summary>The last lines.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return LogOf(resourceName).LastLines(int.MaxValue);
    }

    internal ResourceLog LogOf(string resourceName)
    {
        lock (_lock)
        {
            return _logs.TryGetValue(resourceName, out var log) ? log : _logs[resourceName] = new ResourceLog();
        }
    }
}
