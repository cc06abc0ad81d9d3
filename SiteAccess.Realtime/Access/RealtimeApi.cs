using System.Globalization;
using SiteAccess.Contracts.Channels;
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
                $"/internal/conversations/{since.ConversationId}/messages?after={since.AfterSeq}&limit={since.Limit}{Revision(since)}&{Query(actor)}"),
            cancellationToken);

    /// <summary>Somebody's place in a conversation; null when they have none.</summary>
    public Task<Seat?> FindSeatAsync(Guid conversationId, Actor actor, CancellationToken cancellationToken) =>
        FindAsync<Seat>($"/internal/seats?conversationId={conversationId}&{Query(actor)}", cancellationToken);

    /// <summary>Who visitors are and which conversations they have; many in one request.</summary>
    public Task<IReadOnlyList<VisitorConversations>> ListConversationsAsync(AskVisitors request, CancellationToken cancellationToken) =>
        AskAsync<AskVisitors, IReadOnlyList<VisitorConversations>>("/internal/visitors/conversations", request, cancellationToken);

    /// <summary>Where conversations stand; many in one request.</summary>
    public Task<HeadsView> FindHeadsAsync(AskHeads request, CancellationToken cancellationToken) =>
        AskAsync<AskHeads, HeadsView>("/internal/conversations/heads", request, cancellationToken);

    /// <summary>What came after positions; many conversations in one request.</summary>
    public Task<NewsView> FindNewsAsync(AskNews request, CancellationToken cancellationToken) =>
        AskAsync<AskNews, NewsView>("/internal/conversations/news", request, cancellationToken);

    public Task<IReadOnlyList<ChannelSummary>> ListChannelsAsync(Guid operatorId, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<ChannelSummary>>($"/internal/operators/{operatorId}/channels", cancellationToken);

    /// <summary>Notes how far people have got. Positions only move forward, so repeating is harmless.</summary>
    public Task ReportAsync(ReportPositions positions, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "/internal/positions", positions, cancellationToken, isRepeatable: true);

    /// <summary>How far both sides of conversations have got.</summary>
    public Task<IReadOnlyList<ConversationSeen>> FindSeenAsync(FindSeen which, CancellationToken cancellationToken) =>
        SendAsync<FindSeen, IReadOnlyList<ConversationSeen>>(
            HttpMethod.Post, "/internal/positions/find", which, cancellationToken, isRepeatable: true);

    /// <summary>Which of some operators' sessions are over.</summary>
    public Task<SessionIds> FindEndedAsync(SessionIds sessions, CancellationToken cancellationToken) => SendAsync<SessionIds, SessionIds>(
        HttpMethod.Post, "/internal/operator-sessions/ended", sessions, cancellationToken, isRepeatable: true);

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

    // A question too long for an address; asking it again changes nothing.
    Task<TAnswer> AskAsync<TQuestion, TAnswer>(string path, TQuestion question, CancellationToken cancellationToken) =>
        SendAsync<TQuestion, TAnswer>(HttpMethod.Post, path, question, cancellationToken, isRepeatable: true);

    static string Revision(MessagesSince since) =>
        since.Revision is { } revision ? string.Create(CultureInfo.InvariantCulture, $"&revision={revision}") : "";

    static string Query(Actor actor) => $"actorKind={actor.Kind}&actorId={actor.Id}";
}
