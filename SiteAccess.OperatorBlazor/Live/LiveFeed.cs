using System.Collections.Immutable;
using System.Text.Json;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Presence;
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
    readonly Dictionary<Guid, Audience> _audiences = [];

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

    /// <summary>Lets a listener hear a channel; done when the bus has confirmed it. Load only then: nothing falls in between.</summary>
    public Task HearAsync(LiveListener listener, Guid channelId)
    {
        lock (_gate)
        {
            if (!_audiences.TryGetValue(channelId, out var audience))
            {
                audience = new Audience();
                audience.Subscriptions =
                [
                    _bus.Subscribe(BusChannels.Staff(channelId), happening => Hand(audience, happening)),
                    _bus.Subscribe(BusChannels.Presence(channelId), happening => Hand(audience, happening)),
                ];
                _audiences.Add(channelId, audience);
            }
            if (!audience.Listeners.Contains(listener)) audience.Listeners = audience.Listeners.Add(listener);
            return Task.WhenAll(audience.Subscriptions.Select(subscription => subscription.Confirmed));
        }
    }

    void Leave(LiveListener listener)
    {
        lock (_gate)
        {
            foreach (var (channelId, audience) in _audiences)
            {
                audience.Listeners = audience.Listeners.Remove(listener);
                if (!audience.Listeners.IsEmpty) continue;
                _audiences.Remove(channelId);
                foreach (var subscription in audience.Subscriptions) subscription.Dispose();
            }
        }
    }

    void TellAll(LiveNews news)
    {
        lock (_gate)
            foreach (var listener in _audiences.Values.SelectMany(audience => audience.Listeners).Distinct())
                listener.Hear(news);
    }

    void Hand(Audience audience, BusEvent happening)
    {
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
        HubEvents.ConversationUpdated => new ConversationChanged(happening.Read<ConversationSummary>()),
        HubEvents.MessageSeen => new MessagesSeen(happening.Read<SeenView>()),
        HubEvents.Typing => new SomebodyTypes(happening.Read<TypingView>()),
        HubEvents.PresenceChanged => new SomebodyCameOrWent(happening.Read<PresenceView>()),
        _ => null,
    };

    sealed class Audience
    {
        public ImmutableArray<LiveListener> Listeners { get; set; } = [];

        public BusSubscription[] Subscriptions { get; set; } = [];
    }
}
