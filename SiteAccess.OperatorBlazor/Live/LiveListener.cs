using System.Threading.Channels;

namespace SiteAccess.OperatorBlazor.Live;

/// <summary>One circuit's ear. What it cannot keep up with is dropped, and it is told so once.</summary>
public sealed class LiveListener : IDisposable
{
    const int Capacity = 2_048;

    readonly Channel<LiveNews> _news;
    readonly Action<LiveListener> _leave;
    int _hasMissed;

    internal LiveListener(Action<LiveListener> leave)
    {
        _leave = leave;
        _news = Channel.CreateBounded<LiveNews>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true },
            _ => Interlocked.Exchange(ref _hasMissed, 1));
    }

    /// <summary>The news, until this is disposed.</summary>
    public async IAsyncEnumerable<LiveNews> ReadAllAsync()
    {
        await foreach (var news in _news.Reader.ReadAllAsync())
        {
            yield return news;
            if (_news.Reader.Count == 0 && Interlocked.Exchange(ref _hasMissed, 0) == 1) yield return new Interrupted();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _leave(this);
        _news.Writer.TryComplete();
    }

    internal void Hear(LiveNews news) => _news.Writer.TryWrite(news);
}
