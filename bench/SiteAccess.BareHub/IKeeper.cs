using System.Collections.Concurrent;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.BareHub;

/// <summary>Gives messages their positions, and keeps them.</summary>
interface IKeeper
{
    Task<MessageView> KeepAsync(SendToConversation request);
}

/// <summary>The positions of conversations. One process gives them all.</summary>
sealed class Positions
{
    readonly ConcurrentDictionary<Guid, long> _last = new();

    public MessageView Number(SendToConversation request) => new(
        Guid.CreateVersion7(),
        request.ConversationId,
        _last.AddOrUpdate(request.ConversationId, 1, (_, last) => last + 1),
        request.ClientMessageId,
        SenderType.Visitor,
        SenderId: null,
        SenderName: "Visitor",
        MessageKind.Text,
        request.Body,
        [],
        DateTimeOffset.UtcNow);
}

/// <summary>Keeps nothing.</summary>
sealed class MemoryKeeper : IKeeper
{
    readonly Positions _positions = new();

    public Task<MessageView> KeepAsync(SendToConversation request) => Task.FromResult(_positions.Number(request));
}
