using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.ServiceDefaults.Access;

/// <summary>Keeps tokens of ended sessions out.</summary>
public static class RevocationExtensions
{
    /// <summary>Adds <see cref="Revocations"/>.</summary>
    /// <param name="builder">An application with the event bus.</param>
    public static void AddRevocations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Revocations>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Revocations>());
    }

    /// <summary>Refuses tokens whose session has ended. Say it after UseAuthentication.</summary>
    /// <param name="app">The application.</param>
    public static void UseRevocations(this IApplicationBuilder app)
    {
        var revocations = app.ApplicationServices.GetRequiredService<Revocations>();
        app.Use((context, next) => new Caller(context.User).Session is { } session && revocations.HasEnded(session)
            ? Problem.Of(StatusCodes.Status401Unauthorized, ErrorCodes.AuthSessionEnded).ExecuteAsync(context)
            : next(context));
    }
}
