using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.ServiceDefaults.Bus;

/// <summary>Makes and reads events.</summary>
public static class BusEvents
{
    /// <summary>An event with a new id, in the trace that runs now.</summary>
    /// <typeparam name="T">The payload's type.</typeparam>
    /// <param name="type">One of <see cref="Contracts.Hub.HubEvents"/>.</param>
    /// <param name="channelId">The channel it concerns.</param>
    /// <param name="data">The payload, in the form in which clients get it.</param>
    /// <param name="conversationId">The conversation, if any.</param>
    /// <param name="seq">The message's position, if it is one.</param>
    public static BusEvent Of<T>(string type, Guid channelId, T data, Guid? conversationId = null, long? seq = null) => new(
        Guid.CreateVersion7(),
        type,
        channelId,
        conversationId,
        seq,
        SiteAccessTelemetry.CurrentTraceParent,
        JsonSerializer.SerializeToElement(data, WireJson.Options));

    /// <summary>Writes an event with a new id as it goes over the bus, its payload in the same pass.</summary>
    /// <typeparam name="T">The payload's type.</typeparam>
    /// <param name="type">One of <see cref="Contracts.Hub.HubEvents"/>.</param>
    /// <param name="channelId">The channel it concerns.</param>
    /// <param name="data">The payload, in the form in which clients get it.</param>
    /// <param name="conversationId">The conversation, if any.</param>
    /// <param name="seq">The message's position, if it is one.</param>
    /// <param name="traceParent">W3C trace context of what caused it.</param>
    /// <returns>JSON that reads back as a <see cref="BusEvent"/>.</returns>
    public static byte[] Write<T>(string type, Guid channelId, T data, Guid? conversationId, long? seq, string? traceParent) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Written<T>(Guid.CreateVersion7(), type, channelId, conversationId, seq, traceParent, data), WireJson.Options);

    /// <summary>Reads the payload.</summary>
    /// <typeparam name="T">The payload's type.</typeparam>
    /// <param name="busEvent">The event.</param>
    /// <exception cref="JsonException">The payload is something else.</exception>
    public static T Read<T>(this BusEvent busEvent) =>
        busEvent.Data.Deserialize<T>(WireJson.Options) ?? throw new JsonException($"{busEvent.Type} has no data.");

    // BusEvent, with the payload not yet written.
    sealed record Written<T>(Guid Id, string Type, Guid ChannelId, Guid? ConversationId, long? Seq, string? TraceParent, T Data);
}
