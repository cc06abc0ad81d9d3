using System.Collections.Concurrent;
using SiteAccess.Contracts.Internal;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>
/// Access tokens by session, fetched from Api when needed and kept until shortly before they end. They never leave the
/// server. Asking for one is also how a session is found to have ended.
/// </summary>
/// <param name="sessions">Asks Api.</param>
/// <param name="time">The clock.</param>
public sealed class AccessTokens(SessionsClient sessions, TimeProvider time)
{
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(45);
    readonly ConcurrentDictionary<string, OperatorAccess> _known = new(StringComparer.Ordinal);

    /// <summary>A token that is good for the next request.</summary>
    /// <exception cref="ApiException">The session has ended, or Api does not answer.</exception>
    public ValueTask<string> GetAsync(string sessionSecret, CancellationToken token = default) =>
        _known.TryGetValue(sessionSecret, out var access) && access.ExpiresAt - Margin > time.GetUtcNow()
            ? new(access.AccessToken)
            : new(RefreshAsync(sessionSecret, token));

    /// <summary>A fresh token, asked for now.</summary>
    /// <exception cref="ApiException">The session has ended, or Api does not answer.</exception>
    public async Task<string> RefreshAsync(string sessionSecret, CancellationToken token = default)
    {
        ForgetExpired();
        try
        {
            var access = await sessions.GetTokenAsync(sessionSecret, token);
            _known[sessionSecret] = access;
            return access.AccessToken;
        }
        catch (ApiException refusal) when (!refusal.MayPass())
        {
            Forget(sessionSecret);
            throw;
        }
    }

    /// <summary>Drops a session's token: it was signed out.</summary>
    public void Forget(string sessionSecret) => _known.TryRemove(sessionSecret, out _);

    void ForgetExpired()
    {
        var now = time.GetUtcNow();
        foreach (var (secret, access) in _known)
            if (access.ExpiresAt <= now)
                Forget(secret);
    }
}
