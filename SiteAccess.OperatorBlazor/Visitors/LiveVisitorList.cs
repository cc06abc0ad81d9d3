using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Conversations;
using SiteAccess.OperatorBlazor.Live;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Visitors;

/// <summary>
/// Those who are on the site now, as one page shows them. When somebody comes, goes or moves the list is read anew, at most once a second
/// however many do.
/// </summary>
/// <param name="visitors">Api's visitors.</param>
/// <param name="channels">Which channels are the operator's.</param>
/// <param name="current">Who works here.</param>
/// <param name="feed">What happens.</param>
/// <param name="time">The time.</param>
public sealed class LiveVisitorList(VisitorsClient visitors, ChannelsClient channels, CurrentOperator current, LiveFeed feed, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Check = TimeSpan.FromSeconds(30);

    readonly LiveListener _listener = feed.Open();
    readonly CancellationTokenSource _end = new();
    bool _isStale;
    string? _next;

    /// <summary>Raised when the rows changed.</summary>
    public event Action? Changed;

    /// <summary>The rows, the latest comers first.</summary>
    public List<LiveVisitor> Rows { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the first page has come.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Whether there are more than are shown.</summary>
    public bool HasMore => _next is not null;

    /// <summary>Listens first, loads second, then goes on until the page is left.</summary>
    /// <exception cref="ApiException">The first page could not be had.</exception>
    public async Task RunAsync()
    {
        var me = await current.GetAsync();
        foreach (var channel in await channels.OfAsync(me.Id, _end.Token)) await feed.HearChannelAsync(_listener, channel.Id);
        await LoadAsync();
        await Task.WhenAll(HearAsync(), WatchAsync());
    }

    /// <summary>Shows the next page as well.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task MoreAsync()
    {
        var page = await visitors.LiveAsync(_next, _end.Token);
        (Rows, Count, _next) = ([.. Rows, .. page.Items], page.Count, page.NextCursor);
        Changed?.Invoke();
    }

    /// <summary>Opens a conversation with somebody.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task<Guid> StartAsync(Guid visitorId) => (await visitors.StartAsync(visitorId, _end.Token)).ConversationId;

    /// <inheritdoc />
    public void Dispose()
    {
        Rows = [];
        _listener.Dispose();
        _end.Cancel(); // Not disposed: what is still on its way asks it for its token.
    }

    async Task HearAsync()
    {
        await foreach (var news in _listener.ReadAllAsync())
            _isStale |= news is SomebodyCameOrWent { Presence.Who: SenderType.Visitor } or VisitorMoved or ConversationChanged or Interrupted;
    }

    async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Pace, time);
        var last = time.GetTimestamp();
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(_end.Token);
                if (!_isStale && time.GetElapsedTime(last) < Check) continue;
                (_isStale, last) = (false, time.GetTimestamp());
                await LoadAsync();
            }
            catch (ApiException)
            {
                _isStale = true; // The bar above the page says that Api is away; the next tick asks again.
            }
            catch (OperationCanceledException)
            {
                return; // The page was left.
            }
        }
    }

    // As many as are shown, so that nothing below the first page is lost from sight.
    async Task LoadAsync()
    {
        var (rows, wanted) = (new List<LiveVisitor>(), Math.Max(1, Rows.Count));
        LiveVisitors page;
        string? cursor = null;
        do
        {
            page = await visitors.LiveAsync(cursor, _end.Token);
            rows.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && rows.Count < wanted);
        (Rows, Count, _next, IsLoaded) = (rows, page.Count, cursor, true);
        Changed?.Invoke();
    }
}
