using Aspire.Hosting.JavaScript;
using Microsoft.Extensions.Hosting;

namespace SiteAccess.AppHost;

/// <summary>The channel that the demo page uses, in development only.</summary>
static class DemoChannel
{
    /// <summary>Its key.</summary>
    public const string Key = "demo";

    /// <summary>Lets Api create the channel and accept the demo page's origin.</summary>
    public static IResourceBuilder<ProjectResource> WithDemoChannel(this IResourceBuilder<ProjectResource> api, IResourceBuilder<ViteAppResource> widget) =>
        api.ApplicationBuilder.Environment.IsDevelopment()
            ? api.WithEnvironment("Setup__DemoOrigin", widget.GetEndpoint("http")).WithEnvironment("Setup__DemoChannelKey", Key)
            : api;

    /// <summary>Lets the operator app offer the demo page where there is nothing to answer yet.</summary>
    public static IResourceBuilder<ProjectResource> WithDemoPage(this IResourceBuilder<ProjectResource> operatorApp, IResourceBuilder<ViteAppResource> widget) =>
        operatorApp.ApplicationBuilder.Environment.IsDevelopment()
            ? operatorApp.WithEnvironment("PublicUrls__Demo", widget.GetEndpoint("http"))
            : operatorApp;
}
