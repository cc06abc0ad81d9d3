using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;

namespace Aspire.Hosting;

/// <summary>Adds JavaScript apps.</summary>
public static class JavaScriptHostingExtensions
{
    /// <summary>Adds an app that <c>npm run {runScriptName}</c> starts.</summary>
    public static IResourceBuilder<JavaScriptAppResource> AddJavaScriptApp(this IDistributedApplicationBuilder builder, [ResourceName] string name, string appDirectory, string runScriptName = "dev") =>
        builder.AddScript(new JavaScriptAppResource(name, "npm", Path.GetFullPath(appDirectory, builder.AppHostDirectory)), runScriptName);

    /// <summary>Adds an app that Vite serves; it has an endpoint <c>http</c> and gets its port as an argument and as <c>PORT</c>.</summary>
    public static IResourceBuilder<ViteAppResource> AddViteApp(this IDistributedApplicationBuilder builder, [ResourceName] string name, string appDirectory, string runScriptName = "dev")
    {
        var resource = new ViteAppResource(name, "npm", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        return builder.AddScript(resource, runScriptName)
            .WithHttpEndpoint(env: "PORT")
            .WithArgs("--", "--port", resource.GetEndpoint("http").Property(EndpointProperty.TargetPort));
    }

    static IResourceBuilder<T> AddScript<T>(this IDistributedApplicationBuilder builder, T resource, string script)
        where T : JavaScriptAppResource =>
        builder.AddResource(resource)
            .WithArgs("run", script)
            .WithEnvironment("NODE_ENV", "development")
            .WithOtlpExporter();
}
