using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.OpenChannel;

namespace SiteAccess.ServiceDefaults.Access;

/// <summary>Puts our tokens at an application's door.</summary>
public static class AccessExtensions
{
    /// <summary>Adds the Bearer scheme, the <see cref="Policies"/> and the <see cref="TokenMint"/>.</summary>
    /// <param name="builder">The application.</param>
    public static AuthorizationBuilder AddAccessTokens(this IHostApplicationBuilder builder)
    {
        builder.AddTokenMint();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(_ => { });
        builder.Services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<AccessKeys>(Configure);
        return builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Visitor, For(Purposes.Visitor))
            .AddPolicy(Policies.Operator, For(Purposes.Operator))
            .AddPolicy(Policies.Service, For(Purposes.Service))
            .AddPolicy(Policies.OpenChannel, For(Purposes.Channel, Purposes.Operator))
            .AddPolicy(Policies.Party, For(Purposes.Visitor, Purposes.Operator, Purposes.Hub));
    }

    /// <summary>Adds the <see cref="TokenMint"/> alone, for an application that calls others but takes no tokens itself.</summary>
    /// <param name="builder">The application.</param>
    public static void AddTokenMint(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<AccessKeys>();
        builder.Services.TryAddSingleton<TokenMint>();
    }

    static void Configure(JwtBearerOptions options, AccessKeys keys)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = AccessKeys.Issuer,
            ValidAudience = AccessKeys.Issuer,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKeys = keys.All,
            TryAllIssuerSigningKeys = false,
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = AccessClaims.Name,
            RoleClaimType = AccessClaims.Role,
        };

        // A browser can set headers neither on a WebSocket nor on an EventSource; nowhere else may a token stand in an address, where
        // logs would keep it.
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = received =>
            {
                var request = received.HttpContext.Request;
                if (request.Path.StartsWithSegments(HubEvents.Path, StringComparison.OrdinalIgnoreCase))
                {
                    received.Token = request.Query[OpenChannelNames.AccessToken];
                }
                else if (request.Path.StartsWithSegments(OpenChannelNames.Path, StringComparison.OrdinalIgnoreCase))
                {
                    received.Token = request.Query["type"] == OpenChannelNames.Staff
                        ? request.Query[OpenChannelNames.AccessToken]
                        : request.Query[OpenChannelNames.Token];
                }

                return Task.CompletedTask;
            },
        };
    }

    static Action<AuthorizationPolicyBuilder> For(params string[] purposes) => policy => policy
        .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme)
        .RequireAuthenticatedUser()
        .RequireClaim(AccessClaims.Purpose, purposes);
}
