using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Visitors;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Visitors;

/// <summary>Visitors at Api, as the operator of this circuit sees them.</summary>
/// <param name="api">Api.</param>
public sealed class VisitorsClient(OperatorApi api)
{
    const string Root = "/api/v1/visitors";

    /// <summary>Writes down who a visitor is.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task ChangeAsync(Guid id, ChangeVisitor change, CancellationToken token) =>
        api.TellAsync(HttpMethod.Patch, $"{Root}/{id:D}", change, token);

    /// <summary>Keeps a visitor out, or lets them in again.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task BlockAsync(Guid id, bool isBlocked, CancellationToken token) => isBlocked
        ? api.TellAsync<object?>(HttpMethod.Put, $"{Root}/{id:D}/block", null, token)
        : api.RemoveAsync($"{Root}/{id:D}/block", token);

    /// <summary>Who may be the same person: those whose name or e-mail begins with the words, or who have the same e-mail.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<VisitorMatch[]> MatchesAsync(Guid id, string words, CancellationToken token) =>
        api.ReadAsync<VisitorMatch[]>($"{Root}/{id:D}/matches?search={Uri.EscapeDataString(words)}", token);

    /// <summary>Makes another visitor this one.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task MergeAsync(Guid id, Guid otherId, CancellationToken token) =>
        api.TellAsync($"{Root}/{id:D}/merge", new MergeVisitor(otherId), token);

    /// <summary>A page of those who are on the site now, the latest comers first.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<LiveVisitors> LiveAsync(string? cursor, CancellationToken token) =>
        api.ReadAsync<LiveVisitors>($"{Root}/live{(cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}")}", token);

    /// <summary>Opens a conversation with a visitor, to speak first.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<ConversationRef> StartAsync(Guid id, CancellationToken token) =>
        api.WriteAsync<object?, ConversationRef>(HttpMethod.Post, $"{Root}/{id:D}/conversation", null, token);

    /// <summary>A page of those who are kept out, the latest first.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<BlockedVisitors> BlockedAsync(string? cursor, CancellationToken token) =>
        api.ReadAsync<BlockedVisitors>($"{Root}/blocked{(cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}")}", token);
}
