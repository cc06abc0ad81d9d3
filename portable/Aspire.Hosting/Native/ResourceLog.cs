using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Native;

/// <summary>The last lines that one resource wrote, and those who follow them.</summary>
sealed class ResourceLog : ILogger
{
    const int Kept = 1000;
    readonly Lock _lock = new();
    readonly Queue<LogLine> _lines = new();
    readonly List<ChannelWriter<LogLine>> _followers = [];
    int _count;

    public void Write(string content, bool isError)
    {
        lock (_lock)
        {
            var line = new LogLine(++_count, content, isError);
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }

            _followers.ForEach(follower => follower.TryWrite(line));
        }
    }

    public LogLine[] LastLines(int count)
    {
        lock (_lock)
        {
            return [.. _lines.TakeLast(count)];
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<LogLine>();
        lock (_lock)
        {
            foreach (var line in _lines)
            {
                channel.Writer.TryWrite(line);
            }

            _followers.Add(channel.Writer);
        }

        try
        {
            await foreach (var line in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return [line];
            }
        }
        finally
        {
            lock (_lock)
            {
                _followers.Remove(channel.Writer);
            }
        }
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Write(formatter(state, exception), logLevel >= LogLevel.Error);
        if (exception is not null)
        {
            Write(exception.ToString(), isError: true);
        }
    }
}
