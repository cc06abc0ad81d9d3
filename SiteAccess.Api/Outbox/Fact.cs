using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.Api.Outbox;

/// <summary>An event, already written as it goes over the bus.</summary>
/// <param name="ChannelId">The channel that it concerns.</param>
/// <param name="ConversationId">The conversation, if any.</param>
/// <param name="TraceParent">W3C trace context of what caused it.</param>
/// <param name="Text">A <see cref="BusEvent"/> as JSON, UTF-8.</param>
sealed record Fact(Guid ChannelId, Guid? ConversationId, string? TraceParent, ReadOnlyMemory<byte> Text)
{
    /// <summary>Who hears of it: the parties of the conversation, and the channel's staff.</summary>
    public IEnumerable<BusMessage> ToMessages()
    {
        if (ConversationId is { } conversationId)
            yield return new BusMessage(BusChannels.Conversation(conversationId), Text);
        yield return new BusMessage(BusChannels.Staff(ChannelId), Text);
    }

    /// <summary>Joins events into what an outbox row holds.</summary>
    public static byte[] Join(IReadOnlyList<Fact> facts)
    {
        var joined = new byte[facts.Sum(fact => fact.Text.Length + 1) + 1];
        var end = 0;
        foreach (var fact in facts)
        {
            joined[end++] = (byte)(end == 1 ? '[' : ',');
            fact.Text.Span.CopyTo(joined.AsSpan(end));
            end += fact.Text.Length;
        }

        joined[end] = (byte)']';
        return joined;
    }

    /// <summary>Takes them apart again.</summary>
    public static IReadOnlyList<Fact> Split(byte[] events)
    {
        var parts = JsonSerializer.Deserialize<JsonElement[]>(events) ?? [];
        return [.. parts.Select(Read)];
    }

    static Fact Read(JsonElement part)
    {
        var busEvent = part.Deserialize<BusEvent>(WireJson.Options) ?? throw new JsonException("An outbox row holds no event.");
        return new Fact(busEvent.ChannelId, busEvent.ConversationId, busEvent.TraceParent, JsonSerializer.SerializeToUtf8Bytes(part, WireJson.Options));
    }
}
