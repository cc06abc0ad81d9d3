using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.OperatorBlazor.Labels;
using SiteAccess.OperatorBlazor.Live;
using SiteAccess.OperatorBlazor.Messages;
using SiteAccess.OperatorBlazor.Operators;
using SiteAccess.OperatorBlazor.Presence;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>
/// Keeps a circuit's inbox in step with the world: hears the operator's channels, asks Api for what may have been missed,
/// and sends again what waited while Api was away.
/// </summary>
public sealed class LiveInbox(
    Inbox inbox, Outbox outbox, ChannelsClient channels, VisitorsOnline visitors, OperatorPresence presence,
    TypingPeople typing, OwnState own, LiveFeed feed, BusReach bus, ApiReach reach, TimeProvider time,
    Viewers viewers, ViewingNotices viewing, LabelBook labels, SavedFilters filters) : IDisposable
{
    static readonly TimeSpan Check = TimeSpan.FromSeconds(30);
    static readonly TimeSpan CheckWhileAway = TimeSpan.FromSeconds(2);
    static readonly TimeSpan LookWhileUnheard = TimeSpan.FromSeconds(2.5);
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    readonly LiveListener _listener = feed.Open();
    readonly CancellationTokenSource _end = new();
    readonly HashSet<Guid> _heard = [];
    Task? _running;
    bool _hasAttention;

    /// <summary>The operator's channels.</summary>
    public IReadOnlyList<ChannelSummary> Channels { get; private set; } = [];

    /// <summary>Listens first, loads second, then goes on until the circuit ends, whichever page asked first.</summary>
    public Task RunAsync() => _running ??= BeginAsync();

    async Task BeginAsync()
    {
        inbox.Opened += HearOpened;
        HearOpened(null, inbox.Thread?.Id);
        await ResumeAsync();
        await Task.WhenAll(PumpAsync(), WatchAsync());
    }

    /// <summary>Whether somebody looks at this screen: only then do others see that its conversation is looked at.</summary>
    public void Attend(bool hasAttention)
    {
        _hasAttention = hasAttention;
        _ = ShowViewingAsync();
    }

    Task ShowViewingAsync() => inbox.Me is null ? Task.CompletedTask : viewing.ShowAsync(inbox.Me, _hasAttention ? inbox.Thread?.Summary : null);

    /// <inheritdoc />
    public void Dispose()
    {
        inbox.Opened -= HearOpened;
        _listener.Dispose();
        _end.Cancel(); // Not disposed: what is still on its way asks it for its token.
    }

    void HearOpened(Guid? before, Guid? now)
    {
        if (before is { } closed) feed.LeaveConversation(_listener, closed);
        if (now is { } opened) _ = feed.HearConversationAsync(_listener, opened);
        _ = ShowViewingAsync();
    }

    async Task PumpAsync()
    {
        await foreach (var news in _listener.ReadAllAsync())
            await TakeAsync(news);
    }

    async Task TakeAsync(LiveNews news)
    {
        switch (news)
        {
            case MessageArrived arrived:
                await TakeAsync(arrived.Message);
                break;
            case MessageChanged changed:
                inbox.Known.Change(changed.Message);
                if (inbox.Thread is { } open && open.Id == changed.Message.ConversationId) open.Take(changed);
                break;
            case ConversationChanged changed:
                inbox.Known.Put(changed.Conversation);
                break;
            case MessagesSeen { Seen: { Who: SenderType.Visitor } seen }:
                inbox.Known.VisitorRead(seen.ConversationId, seen.ReadSeq);
                break;
            case MessagesSeen { Seen: var seen }:
                inbox.Known.OperatorRead(seen.ConversationId, seen.ReadSeq);
                break;
            case SomebodyTypes { Typing: var notice } when notice.Id != inbox.Me.Id:
                typing.Put(notice);
                break;
            case SomebodyViews { Viewing: var notice } when !viewing.IsMine(notice):
                if (notice.AsksOthers) await viewing.AnswerAsync();
                else if (notice.OperatorId != inbox.Me.Id) viewers.Put(notice);
                break;
            case SomebodyCameOrWent { Presence: var person }:
                visitors.Put(person);
                own.Take(person, inbox.Me.Id);
                break;
            case Interrupted:
                await ResumeAsync();
                break;
        }
        inbox.Touch();
    }

    async Task TakeAsync(MessageView message)
    {
        if (message.SenderId is { } sender) typing.Stop(message.ConversationId, sender);
        inbox.Known.Put(message); // Of a conversation that is not known yet its own event tells, or the next check.
        if (inbox.Thread is { } thread && thread.Id == message.ConversationId) await thread.TakeAsync(message);
    }

    // Once a second for what ends by itself; now and then for what the bus may have lost; often while Api is away. While nothing is
    // heard from the bus a small look stands in for it.
    async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Tick, time);
        var (last, looked) = (time.GetTimestamp(), time.GetTimestamp());
        while (await NextAsync(timer))
        {
            bus.Check();
            if (typing.ForgetSilent() | viewers.ForgetSilent()) inbox.Touch();
            await ShowViewingAsync();
            if (time.GetElapsedTime(last) >= (reach.IsAway ? CheckWhileAway : Check))
            {
                await ResumeAsync();
                last = looked = time.GetTimestamp();
            }
            else if (bus.IsAway && time.GetElapsedTime(looked) >= LookWhileUnheard)
            {
                await LookAsync();
                looked = time.GetTimestamp();
            }
        }
    }

    // One request for the lists, one for the conversation that stands open, by its position.
    async Task LookAsync()
    {
        await inbox.LookAsync();
        if (inbox.Thread is { } thread) await thread.LookAsync();
    }

    async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_end.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    async Task ResumeAsync()
    {
        try
        {
            Channels = await channels.OfAsync(inbox.Me.Id, _end.Token);
            await own.RefreshAsync(Channels, _end.Token);
            foreach (var channel in Channels.Where(channel => _heard.Add(channel.Id)))
            {
                await Task.WhenAll(feed.HearChannelAsync(_listener, channel.Id), presence.EnterAsync(inbox.Me.Id, channel.Id));
                await viewing.AskAsync(inbox.Me, channel.Id); // The answers are heard from here on.
            }
            await visitors.LoadAsync(Channels, _end.Token);
            await inbox.LoadAsync();
            await Task.WhenAll(labels.LoadAsync(_end.Token), filters.LoadAsync(_end.Token));
            inbox.Touch();
            if (inbox.Thread is { } thread) await thread.CatchUpAsync();
            if (!reach.IsAway) _ = outbox.RetryAllAsync();
        }
        catch (ApiException failure)
        {
            reach.Note(failure.IsAway());
            inbox.Fail(failure.Code);
        }
        catch (OperationCanceledException)
        {
            return; // The circuit has ended.
        }
    }
}
