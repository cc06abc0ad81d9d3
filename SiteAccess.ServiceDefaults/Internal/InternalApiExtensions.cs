using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.ServiceDefaults.Internal;

/// <summary>Lets a service call Api's internal routes.</summary>
public static class InternalApiExtensions
{
    /// <summary>Where Api is, by service discovery.</summary>
    public static readonly Uri ApiAddress = new("https+http://api");

    // The resilient handler ends a call after 10 s; this one also covers an answer that never ends.
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(12);

    /// <summary>Adds a typed client of Api that calls with this service's token.</summary>
    /// <typeparam name="TClient">An <see cref="ApiClient"/>.</typeparam>
    /// <param name="builder">The application.</param>
    public static IHttpClientBuilder AddInternalApi<TClient>(this IHostApplicationBuilder builder)
        where TClient : ApiClient
    {
        builder.AddTokenMint();
        builder.Services.TryAddSingleton<ServiceTokens>();
        builder.Services.TryAddTransient<ServiceTokenHandler>();
        return builder.Services
            .AddHttpClient<TClient>(client =>
            {
                client.BaseAddress = ApiAddress;
                client.Timeout = Limit;
            })
            .AddHttpMessageHandler<ServiceTokenHandler>();
    }
}
