using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Connections;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.Realtime.Delivery;

/// <summary>
/// An event as each listener may hear it: visitors nothing of notes and of what only operators know, operators a conversation's
/// changes once, and nobody their own typing.
/// </summary>
sealed class EventForms(Topic topic, BusEvent busEvent)
{
    WrittenEvent? _notice;
    bool? _isInternal;
    TypingView? _typing;

    /// <summary>One of <see cref="HubEvents"/>.</summary>
    public string Type => busEvent.Type;

    /// <summary>Where it came.</summary>
    public Topic Topic => topic;

    /// <summary>The event as it came, with what not every listener may hear.</summary>
    public BusEvent Event => busEvent;

    /// <summary>All of it, in the hub's form.</summary>
    public WrittenEvent Whole { get; } = new(busEvent.Type, busEvent.Data);

    /// <summary>What a listener may hear of it, in the hub's form.</summary>
    /// <returns>What to tell; null for nothing.</returns>
    public WrittenEvent? For(LiveConnection listener) => topic.Kind switch
    {
        // Whoever listens to a channel's staff hears what its list shows; the messages themselves come with the conversation.
        TopicKind.Staff => busEvent.Type == HubEvents.ConversationUpdated ? Whole : null,
        TopicKind.Presence => listener.IsVisitor ? null : Whole,
        TopicKind.Lobby => null,
        TopicKind.Visitor => busEvent.Type == HubEvents.ConversationUpdated ? Whole : null,
        _ => busEvent.Type switch
        {
            HubEvents.MessageReceived or HubEvents.MessageUpdated when listener.IsVisitor => IsInternal ? null : Whole,
            HubEvents.ConversationUpdated when listener.IsVisitor => _notice ??= Notice(),
            HubEvents.ConversationUpdated when listener.Purpose == Purposes.Operator => null,
            HubEvents.Typing => Typing.Id == listener.Actor.Id || (listener.IsVisitor && Typing.Draft is not null) ? null : Whole,
            _ => Whole,
        },
    };

    bool IsInternal => _isInternal ??= MessageRules.IsInternal(busEvent.Data.GetProperty("kind").Deserialize<MessageKind>(WireJson.Options));

    TypingView Typing => _typing ??= busEvent.Read<TypingView>();

    // Written once, however many hear it.
    WrittenEvent Notice()
    {
        var row = busEvent.Read<ConversationSummary>();
        return WrittenEvent.Of(busEvent.Type, new ConversationNotice(row.Id, row.Status, row.LastSeq, row.AssigneeName));
    }
}
