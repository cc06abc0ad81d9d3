using System.Globalization;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Access;

/// <summary>What Realtime asks of Api.</summary>
sealed class RealtimeApi(HttpClient http) : ApiClient(http)
{
    /// <summary>Stores a batch of messages. Repeating it stores nothing twice.</summary>
    public Task<SendBatchResult> StoreAsync(SendBatch batch, CancellationToken cancellationToken) =>
        SendAsync<SendBatch, SendBatchResult>(
            HttpMethod.Post, "/internal/messages", batch, cancellationToken, isRepeatable: true);

    public Task<MessagePage> ListMessagesAsync(MessagesSince since, Actor actor, CancellationToken cancellationToken) =>
        GetAsync<MessagePage>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/internal/conversations/{since.ConversationId}/messages?after={since.AfterSeq}&limit={since.Limit}&{Query(actor)}"),
            cancellationToken);

    /// <summary>Somebody's place in a conversation; null when they have none.</summary>
    public Task<Seat?> FindSeatAsync(Guid conversationId, Actor actor, CancellationToken cancellationToken) =>
        FindAsync<Seat>($"/internal/seats?conversationId={conversationId}&{Query(actor)}", cancellationToken);

    public Task<IReadOnlyList<ConversationSummary>> ListConversationsAsync(Guid visitorId, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ConversationSummary>>($"/internal/visitors/{visitorId}/conversations", cancellationToken);

    public Task<IReadOnlyList<ChannelSummary>> ListChannelsAsync(Guid operatorId, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ChannelSummary>>($"/internal/operators/{operatorId}/channels", cancellationToken);

    /// <summary>Notes how far somebody has got. Positions only move forward, so repeating is harmless.</summary>
    public Task ReportAsync(ReportPosition position, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "/internal/positions", position, cancellationToken, isRepeatable: true);

    /// <summary>How many of the visitors' messages no operator has read; conversations that are not the operator's are left out.</summary>
    public Task<IReadOnlyList<UnreadCount>> CountUnreadAsync(CountUnread question, CancellationToken cancellationToken) =>
        SendAsync<CountUnread, IReadOnlyList<UnreadCount>>(
            HttpMethod.Post, "/internal/unread-counts", question, cancellationToken, isRepeatable: true);

    /// <summary>Whether Api can be reached at all.</summary>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/alive");
        using var response = await SendAsync(request, cancellationToken);
    }

    static string Query(Actor actor) => $"actorKind={actor.Kind}&actorId={actor.Id}";
}
