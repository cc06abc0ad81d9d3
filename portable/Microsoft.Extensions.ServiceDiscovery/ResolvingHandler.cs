namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Sends a request to the resolved address and gives it its own address back, so that a retry resolves anew.</summary>
sealed class ResolvingHandler(ConfiguredEndpoints endpoints) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var named = request.RequestUri;
        if (named is null)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        try
        {
            request.RequestUri = endpoints.Resolve(named);
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = named;
        }
    }
}
