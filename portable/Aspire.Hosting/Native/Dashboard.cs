using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Native;

/// <summary>The real Aspire dashboard, as the Aspire command line tool brings it, as one more resource.</summary>
sealed class Dashboard(DistributedApplicationOptions options, RepositoryFolders folders, IConfiguration configuration)
{
    public const string ResourceName = "aspire-dashboard";
    public const string GrpcEndpoint = "otlp-grpc";
    const string HttpEndpoint = "otlp-http";

    /// <summary>Adds the dashboard before the others, unless the application does without.</summary>
    public void AddTo(DistributedApplicationModel model)
    {
        if (options.DisableDashboard)
        {
            return;
        }

        var tool = folders.Tool("@microsoft/aspire-cli-linux-x64", "bin", "aspire")
            ?? throw new DistributedApplicationException($"The Aspire dashboard was not found under {folders.NodeModules}; ./run puts it there.");
        var dashboard = new ExecutableResource(ResourceName, tool, folders.Root);
        dashboard.Annotations.Add(Endpoint("http", "ASPNETCORE_URLS"));
        dashboard.Annotations.Add(Endpoint(GrpcEndpoint, "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"));
        dashboard.Annotations.Add(Endpoint(HttpEndpoint, "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"));
        dashboard.Annotations.Add(new EnvironmentCallbackAnnotation(context =>
        {
            context.EnvironmentVariables["NO_COLOR"] = "1";
            context.EnvironmentVariables["TERM"] = "dumb";
            context.EnvironmentVariables["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true";
            return Task.CompletedTask;
        }));
        dashboard.Annotations.Add(new CommandLineArgsCallbackAnnotation(context =>
        {
            context.Args.Add("dashboard");
            context.Args.Add("run");
            context.Args.Add("--allow-anonymous");
            context.Args.Add("--non-interactive");
            context.Args.Add("--nologo");
            AddAddress(context.Args, "--frontend-url", dashboard.GetEndpoint("http"));
            AddAddress(context.Args, "--otlp-grpc-url", dashboard.GetEndpoint(GrpcEndpoint));
            AddAddress(context.Args, "--otlp-http-url", dashboard.GetEndpoint(HttpEndpoint));
            return Task.CompletedTask;
        }));
        model.Resources.Insert(0, dashboard);
    }

    static void AddAddress(IList<object> arguments, string option, EndpointReference endpoint)
    {
        arguments.Add(option);
        arguments.Add(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{endpoint.Port}"));
    }

    // The addresses that a launch profile gives are taken when their ports are free.
    EndpointAnnotation Endpoint(string name, string key)
    {
        var url = (configuration[key] ?? configuration[key.Replace("ASPIRE_", string.Empty, StringComparison.Ordinal)])?.Split(';')[0];
        var port = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Port : (int?)null;
        return new EndpointAnnotation(ProtocolType.Tcp, "http", name: name) { PreferredPort = port };
    }
}
