using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>Sign-in, sessions and the keys behind the cookie.</summary>
static class AccessExtensions
{
    public static void AddOperatorAccess(this WebApplicationBuilder builder)
    {
        builder.AddInternalApi<SessionsClient>();
        builder.AddInternalApi<KeysClient>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddScoped<CurrentOperator>();

        builder.Services.AddAuthentication(SignedInOperator.Scheme).AddCookie(SignedInOperator.Scheme, SessionCookie.Configure);
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();

        builder.Services.AddDataProtection().SetApplicationName("SiteAccess.OperatorBlazor");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new KeyRepository(services.GetRequiredService<IServiceScopeFactory>())));
    }
}
