using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>A circuit outlives the request that began it, so it asks each minute whether its session still stands.</summary>
/// <param name="logs">The log.</param>
/// <param name="tokens">Asks Api.</param>
public sealed class SessionRevalidation(ILoggerFactory logs, AccessTokens tokens) : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (SignedInOperator.From(authenticationState.User) is not { } who) return false;
        try
        {
            await tokens.RefreshAsync(who.SessionSecret, cancellationToken);
            return true;
        }
        catch (ApiException refusal) when (refusal.MayPass())
        {
            return true; // Api is away: nobody is signed out for that.
        }
        catch (ApiException)
        {
            return false;
        }
    }
}
