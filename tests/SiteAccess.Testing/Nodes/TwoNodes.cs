using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace SiteAccess.Testing.Nodes;

/// <summary>Two nodes of Api and two of Realtime, each a resource of its own that can be addressed, stopped and killed.</summary>
public static class TwoNodes
{
    /// <summary>The names of both nodes of Api.</summary>
    public static readonly string[] Apis = ["api", "api2"];

    /// <summary>The names of both nodes of Realtime.</summary>
    public static readonly string[] Realtimes = ["realtime", "realtime2"];

    /// <summary>Adds the second nodes to an AppHost's description. Everybody who calls Api knows both, as on a site behind service discovery.</summary>
    public static void AddSecondNodes(this IDistributedApplicationBuilder builder)
    {
        var api = builder.CreateResourceBuilder<ProjectResource>(Apis[0]);
        var api2 = builder.AddProject<Projects.SiteAccess_Api>(Apis[1]).AsSecondOf(api);
        var realtime = builder.CreateResourceBuilder<ProjectResource>(Realtimes[0]);
        realtime.WithEnvironment("services__api__http__1", api2.GetEndpoint("http"));
        builder.CreateResourceBuilder<ProjectResource>("operator").WithEnvironment("services__api__http__1", api2.GetEndpoint("http"));
        builder.AddProject<Projects.SiteAccess_Realtime>(Realtimes[1]).AsSecondOf(realtime);
    }

    /// <summary>Makes a resource another node of a service: the same settings and waits, an address of its own.</summary>
    static IResourceBuilder<ProjectResource> AsSecondOf(this IResourceBuilder<ProjectResource> second, IResourceBuilder<ProjectResource> first)
    {
        // Taken now: what is said of the first node alone from here on stays with it.
        var settings = first.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray();
        foreach (var wait in first.Resource.Annotations.OfType<WaitAnnotation>().ToArray()) second.WithAnnotation(wait);
        return second
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithEnvironment(async context =>
            {
                var firsts = new EnvironmentCallbackContext(context.ExecutionContext, first.Resource, cancellationToken: context.CancellationToken);
                foreach (var setting in settings) await setting.Callback(firsts);

                // What the host itself says of a node (its address, its name in telemetry) is already there and stays.
                foreach (var (name, value) in firsts.EnvironmentVariables) context.EnvironmentVariables.TryAdd(name, value);
            });
    }
}
