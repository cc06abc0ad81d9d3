using SiteAccess.Contracts.CannedResponses;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.CannedResponses;

/// <summary>Canned responses at Api, as the operator of this circuit sees and keeps them.</summary>
/// <param name="api">Api.</param>
public sealed class CannedResponsesClient(OperatorApi api)
{
    const string Root = "/api/v1/canned-responses";

    /// <summary>All that the operator may use, by shortcut.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<CannedResponseView[]> ListAsync(CancellationToken token) => api.ReadAsync<CannedResponseView[]>(Root, token);

    /// <summary>Adds one, or changes the one with an id.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<CannedResponseView> SaveAsync(Guid? id, SaveCannedResponse response, CancellationToken token) => id is { } known
        ? api.WriteAsync<SaveCannedResponse, CannedResponseView>(HttpMethod.Put, $"{Root}/{known:D}", response, token)
        : api.WriteAsync<SaveCannedResponse, CannedResponseView>(HttpMethod.Post, Root, response, token);

    /// <summary>Deletes one.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task DeleteAsync(Guid id, CancellationToken token) => api.RemoveAsync($"{Root}/{id:D}", token);
}
