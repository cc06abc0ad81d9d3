using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>Operator sessions at Api, over its internal routes.</summary>
/// <param name="http">Leads to Api, with this service's token.</param>
public sealed class SessionsClient(HttpClient http) : ApiClient(http)
{
    const string Sessions = "/internal/operator-sessions";

    /// <summary>Signs somebody in.</summary>
    /// <exception cref="ApiException">Wrong credentials, locked out, or no answer.</exception>
    public Task<OperatorSessionView> StartAsync(StartOperatorSession request, CancellationToken token) =>
        SendAsync<StartOperatorSession, OperatorSessionView>(HttpMethod.Post, Sessions, request, token);

    /// <summary>Fetches an access token for a session.</summary>
    /// <exception cref="ApiException">The session has ended, or no answer.</exception>
    public Task<OperatorAccess> GetTokenAsync(string sessionSecret, CancellationToken token) =>
        SendAsync<OperatorSessionRef, OperatorAccess>(
            HttpMethod.Post, Sessions + "/token", new OperatorSessionRef(sessionSecret), token, isRepeatable: true);

    /// <summary>Ends a session.</summary>
    /// <exception cref="ApiException">No answer.</exception>
    public Task EndAsync(string sessionSecret, CancellationToken token) =>
        SendAsync(HttpMethod.Delete, Sessions, new OperatorSessionRef(sessionSecret), token, isRepeatable: true);
}
