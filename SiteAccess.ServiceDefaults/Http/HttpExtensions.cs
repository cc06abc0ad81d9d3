using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Contracts;

namespace SiteAccess.ServiceDefaults.Http;

/// <summary>HTTP as every service speaks and hears it.</summary>
static class HttpExtensions
{
    internal static void AddHttpDefaults(this IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(client =>
        {
            // Traces and metrics tell of each call; four lines of log besides cost more than the call is worth.
            client.RemoveAllLoggers();
            client.AddHttpMessageHandler(provider => new ResilienceHandler(
                ResilienceLimits.Standard, provider.GetService<TimeProvider>() ?? TimeProvider.System));

            // Inside the retries, so that each attempt may reach another instance.
            client.AddServiceDiscovery();
        });
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
    }

    /// <summary>Takes X-Forwarded-For and -Proto from <c>ForwardedHeaders:KnownProxies</c> and <c>:KnownNetworks</c> alone.</summary>
    internal static void AddForwardedHeaders(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // The framework trusts loopback by itself; here nobody is trusted who is not named.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in Values(configuration, "ForwardedHeaders:KnownProxies"))
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            foreach (var network in Values(configuration, "ForwardedHeaders:KnownNetworks"))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }

            // With nobody named the middleware would believe everybody.
            options.ForwardedHeaders = options.KnownProxies.Count + options.KnownIPNetworks.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.None;
        });

    static IEnumerable<string> Values(IConfiguration configuration, string section) =>
        configuration.GetSection(section).GetChildren().Select(child => child.Value).OfType<string>();
}
