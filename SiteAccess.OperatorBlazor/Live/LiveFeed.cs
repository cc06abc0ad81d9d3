using System.Collections.Immutable;
using System.Text.Json;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Presence;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.OperatorBlazor.Live;

/// <summary>
/// The bus as the circuits of this process hear it: each channel is subscribed once, each event read once, and handed to
/// every circuit whose operator belongs there.
/// </summary>
public sealed class LiveFeed
{
    readonly EventBus _bus;
    readonly ILogger<LiveFeed> _log;
    readonly Lock _gate = new();
    readonly Dictionary<string, Audience> _audiences = [];

    /// <summary>Opens the feed.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="log">Tells of events that could not be read.</param>
    public LiveFeed(EventBus bus, ILogger<LiveFeed> log)
    {
        (_bus, _log) = (bus, log);
        _bus.ConnectionRestored += (_, _) => TellAll(new Interrupted());
    }

    /// <summary>A new ear that hears nothing yet.</summary>
    public LiveListener Open() => new(Leave);

    /// <summary>
    /// Lets a listener hear what the staff of a channel hears, and who comes and goes there; done when the bus has confirmed it.
    /// Load only then: nothing falls in between.
    /// </summary>
    public Task HearChannelAsync(LiveListener listener, Guid channelId) => Task.WhenAll(
        HearAsync(listener, BusChannels.Staff(channelId)),
        HearAsync(listener, BusChannels.Presence(channelId)));

    /// <summary>Lets a listener hear who writes in a conversation, which its parties alone are told.</summary>
    public Task HearConversationAsync(LiveListener listener, Guid conversationId) =>
        HearAsync(listener, BusChannels.Conversation(conversationId));

    /// <summary>Ends that.</summary>
    public void LeaveConversation(LiveListener listener, Guid conversationId)
    {
        lock (_gate) Leave(listener, BusChannels.Conversation(conversationId));
    }

    Task HearAsync(LiveListener listener, string channel)
    {
        lock (_gate)
        {
            if (!_audiences.TryGetValue(channel, out var audience))
            {
                audience = new Audience();
                audience.Subscription = _bus.Subscribe(channel, happening => Hand(audience, channel, happening));
                _audiences.Add(channel, audience);
            }
            if (!audience.Listeners.Contains(listener)) audience.Listeners = audience.Listeners.Add(listener);
            return audience.Subscription!.Confirmed;
        }
    }

    void Leave(LiveListener listener)
    {
        lock (_gate)
            foreach (var channel in _audiences.Keys)
                Leave(listener, channel);
    }

    void Leave(LiveListener listener, string channel)
    {
        if (!_audiences.TryGetValue(channel, out var audience)) return;
        audience.Listeners = audience.Listeners.Remove(listener);
        if (!audience.Listeners.IsEmpty) return;
        _audiences.Remove(channel);
        audience.Subscription?.Dispose();
    }

    void TellAll(LiveNews news)
    {
        lock (_gate)
            foreach (var listener in _audiences.Values.SelectMany(audience => audience.Listeners).Distinct())
                listener.Hear(news);
    }

    void Hand(Audience audience, string channel, BusEvent happening)
    {
        // All else that a conversation's parties hear, its staff hears too: once is enough.
        if (happening.ConversationId is { } id && channel == BusChannels.Conversation(id) && happening.Type != HubEvents.Typing) return;
        try
        {
            if (Read(happening) is not { } news) return;
            foreach (var listener in audience.Listeners) listener.Hear(news);
        }
        catch (JsonException failure)
        {
            _log.LogWarning(failure, "Event {Id} of type {Type} could not be read", happening.Id, happening.Type);
        }
    }

    static LiveNews? Read(BusEvent happening) => happening.Type switch
    {
        HubEvents.MessageReceived => new MessageArrived(happening.Read<MessageView>()),
        HubEvents.MessageUpdated => new MessageChanged(happening.Read<MessageView>()),
        HubEvents.ConversationUpdated => new ConversationChanged(happening.Read<ConversationSummary>()),
        HubEvents.MessageSeen => new MessagesSeen(happening.Read<SeenView>()),
        HubEvents.Typing => new SomebodyTypes(happening.Read<TypingView>()),
        HubEvents.ConversationViewing => new SomebodyViews(happening.Read<ViewingView>()),
        HubEvents.VisitorMoved => new VisitorMoved(happening.Read<VisitorMovedView>()),
        HubEvents.PresenceChanged => new SomebodyCameOrWent(happening.Read<PresenceView>()),
        _ => null,
    };

    sealed class Audience
    {
        public ImmutableArray<LiveListener> Listeners { get; set; } = [];

        public BusSubscription? Subscription { get; set; }
    }
}
