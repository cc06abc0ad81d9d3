using Microsoft.Extensions.DependencyInjection;

namespace SiteAccess.ServiceDefaults.Http;

/// <summary>Clients for calls that take their time.</summary>
public static class UnlimitedExtensions
{
    /// <summary>Takes the limits and retries of other calls from this client: what it sends is a stream, as long as a person's line is slow.</summary>
    /// <param name="client">The client.</param>
    public static IHttpClientBuilder WithoutLimits(this IHttpClientBuilder client) => client.ConfigureAdditionalHttpMessageHandlers(
        (handlers, _) =>
        {
            foreach (var limited in handlers.OfType<ResilienceHandler>().ToList())
            {
                handlers.Remove(limited);
            }
        });
}
