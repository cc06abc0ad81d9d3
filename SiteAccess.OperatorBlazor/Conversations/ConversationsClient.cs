using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>Conversations at Api, as the operator of this circuit sees them.</summary>
/// <param name="api">Api.</param>
public sealed class ConversationsClient(OperatorApi api)
{
    const int PageSize = 50;
    const string Root = "/api/v1/conversations";

    /// <summary>A page of a view, newest activity first.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<ConversationPage> ListAsync(InboxFilter filter, string? cursor, CancellationToken token) =>
        api.ReadAsync<ConversationPage>($"{Root}?status={StatusWords(filter)}{Assignee(filter)}{Rest(filter)}{Cursor(cursor)}&limit={PageSize}", token);

    /// <summary>One conversation with all that the visitor panel shows.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<ConversationDetails> GetAsync(Guid id, CancellationToken token) =>
        api.ReadAsync<ConversationDetails>($"{Root}/{id:D}", token);

    /// <summary>Changes many conversations, each in its own way.</summary>
    /// <exception cref="ApiException">Api refused the whole call, or did not answer.</exception>
    public Task<ChangedConversations> ChangeAsync(IReadOnlyList<ConversationChange> changes, CancellationToken token) =>
        api.WriteAsync<ChangeConversations, ChangedConversations>(HttpMethod.Post, $"{Root}/changes", new ChangeConversations(changes), token);

    /// <summary>Changes status, assignee, priority or labels.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<ConversationSummary> ChangeAsync(Guid id, ChangeConversation change, CancellationToken token) =>
        api.WriteAsync<ChangeConversation, ConversationSummary>(HttpMethod.Patch, $"{Root}/{id:D}", change, token);

    static string StatusWords(InboxFilter filter) => string.Join(',', filter.Statuses).ToLowerInvariant();

    static string Rest(InboxFilter filter) =>
        (filter.ChannelId is { } channel ? $"&channel={channel:D}" : "")
        + (filter.LabelId is { } label ? $"&label={label:D}" : "")
        + (filter.Priority is { } priority ? $"&priority={priority}".ToLowerInvariant() : "");

    static string Assignee(InboxFilter filter) => filter.View switch
    {
        InboxView.Mine => "&assignee=me",
        InboxView.Unassigned => "&assignee=none",
        InboxView.Mentions => "&mentioned=me",
        _ => "",
    };

    static string Cursor(string? cursor) => cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
}
