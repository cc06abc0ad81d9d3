using System.Net.Http.Headers;
using Microsoft.Extensions.Hosting;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.ServiceDefaults.Internal;

/// <summary>Signs internal calls with this service's own token.</summary>
sealed class ServiceTokenHandler(ServiceTokens tokens) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Current);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>This service's token, made anew a minute before its end.</summary>
sealed class ServiceTokens(TokenMint mint, TimeProvider clock, IHostEnvironment environment)
{
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    volatile AccessToken? _token;

    public string Current
    {
        get
        {
            var token = _token;
            if (token is null || token.ExpiresAt - Margin < clock.GetUtcNow())
            {
                _token = token = mint.Service(environment.ApplicationName);
            }

            return token.Value;
        }
    }
}
