using Microsoft.AspNetCore.Components.Server.Circuits;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.OperatorBlazor.Presence;

/// <summary>
/// Tells the other operators of a channel which conversation stands open on this screen: when it is opened and left, and every 15 s
/// in between. Whoever has just come asks, and is told at once.
/// </summary>
/// <param name="bus">The bus.</param>
/// <param name="time">The clock.</param>
public sealed class ViewingNotices(EventBus bus, TimeProvider time) : CircuitHandler, IDisposable
{
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    readonly Guid _screen = Guid.NewGuid();
    (Guid ChannelId, Guid ConversationId)? _shown;
    SignedInOperator? _me;
    long _toldAt;
    bool _isUp = true;

    /// <summary>Whether a notice is this screen's own.</summary>
    public bool IsMine(ViewingView notice) => notice.ScreenId == _screen;

    /// <summary>Notes what stands open, and is looked at; tells what changed, or is due again.</summary>
    /// <param name="me">Who looks.</param>
    /// <param name="conversation">At what; null for nothing.</param>
    public async Task ShowAsync(SignedInOperator me, ConversationSummary? conversation)
    {
        _me = me;
        var (before, now) = (_shown, conversation is null || !_isUp ? ((Guid, Guid)?)null : (conversation.ChannelId, conversation.Id));
        if (before == now && (now is null || time.GetElapsedTime(_toldAt) < Pace)) return;
        (_shown, _toldAt) = (now, time.GetTimestamp());
        if (before is { } left && left != now && (now is null || left.ChannelId != now.Value.Item1)) await TellAsync(left.ChannelId, null);
        if (now is { } shown) await TellAsync(shown.Item1, shown.Item2);
    }

    /// <summary>Asks the operators of a channel what they look at.</summary>
    public Task AskAsync(SignedInOperator me, Guid channelId)
    {
        _me = me;
        return TellAsync(channelId, null, asksOthers: true);
    }

    /// <summary>Answers somebody who asked.</summary>
    public Task AnswerAsync() => _shown is { } shown ? TellAsync(shown.ChannelId, shown.ConversationId) : Task.CompletedTask;

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isUp = true; // Told again with the next look.
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isUp = false;
        return _me is { } me ? ShowAsync(me, null) : Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_shown is { } left) _ = TellAsync(left.ChannelId, null);
        _shown = null;
    }

    async Task TellAsync(Guid channelId, Guid? conversationId, bool asksOthers = false)
    {
        if (_me is not { } me) return;
        var notice = new ViewingView(conversationId, me.Id, me.Name, _screen, conversationId is not null, asksOthers);
        try
        {
            await bus.PublishAsync(BusChannels.Staff(channelId), BusEvents.Of(HubEvents.ConversationViewing, channelId, notice, conversationId));
        }
        catch (RedisUnavailableException)
        {
            // It would be stale before Redis is back.
        }
    }
}
