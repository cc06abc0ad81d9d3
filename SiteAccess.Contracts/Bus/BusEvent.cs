using System.Text.Json;

namespace SiteAccess.Contracts.Bus;

/// <summary>A fact on its way from Api to every node (Redis pub/sub).</summary>
/// <param name="Id">The event's id (UUIDv7): the outbox row's, or made for an ephemeral one.</param>
/// <param name="Type">One of <see cref="Hub.HubEvents"/>.</param>
/// <param name="ChannelId">The channel it concerns.</param>
/// <param name="ConversationId">The conversation, if any.</param>
/// <param name="Seq">The message's position, if it is one.</param>
/// <param name="TraceParent">W3C trace context of what caused it.</param>
/// <param name="Data">The payload, in the form in which clients get it.</param>
public sealed record BusEvent(
    Guid Id,
    string Type,
    Guid ChannelId,
    Guid? ConversationId,
    long? Seq,
    string? TraceParent,
    JsonElement Data);
