namespace SiteAccess.AppHost;

/// <summary>The addresses that browsers use.</summary>
static class PublicUrls
{
    /// <summary>Tells a service where browsers find all three.</summary>
    public static IResourceBuilder<ProjectResource> WithPublicUrls(
        this IResourceBuilder<ProjectResource> service,
        IResourceBuilder<ProjectResource> api,
        IResourceBuilder<ProjectResource> realtime,
        IResourceBuilder<ProjectResource> operatorApp) => service
            .WithEnvironment("PublicUrls__Api", api.GetEndpoint("http"))
            .WithEnvironment("PublicUrls__Realtime", realtime.GetEndpoint("http"))
            .WithEnvironment("PublicUrls__Operator", operatorApp.GetEndpoint("http"));
}
