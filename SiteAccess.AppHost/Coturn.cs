using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SiteAccess.AppHost;

/// <summary>The relay for calls: short-lived credentials only, and no way into anybody's network.</summary>
static class Coturn
{
    const string Udp = "turn-udp";
    const string Tcp = "turn-tcp";
    const int ListeningPort = 3478;

    /// <summary>
    /// Adds coturn. It is not told on which addresses to listen and relay: in a container it takes those of the container's
    /// network, without containers the host gives it the loopback addresses of both families. The relay ports are published
    /// as they are, for clients learn them from coturn itself.
    /// </summary>
    public static IResourceBuilder<ContainerResource> AddCoturn(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> secret)
    {
        var (first, last) = (builder.Configuration.GetValue("Turn:MinPort", 49160), builder.Configuration.GetValue("Turn:MaxPort", 49259));
        var allowsThisMachine = builder.Configuration.GetValue("Turn:AllowLoopbackPeers", builder.Environment.IsDevelopment());
        var healthCheck = $"{name}_check";

        var coturn = builder.AddContainer(name, "coturn/coturn", "4.6.2-r13")
            .WithEndpoint(targetPort: ListeningPort, scheme: "turn", name: Udp, isProxied: false, protocol: ProtocolType.Udp)
            .WithEndpoint(targetPort: ListeningPort, scheme: "turn", name: Tcp, isProxied: false, protocol: ProtocolType.Tcp)
            .WithContainerRuntimeArgs("--publish", $"{first}-{last}:{first}-{last}/udp")
            .WithHealthCheck(healthCheck);

        coturn.WithArgs(context =>
        {
            context.Args.Add("-n");
            context.Args.Add("--log-file=stdout");
            context.Args.Add(ReferenceExpression.Create($"--listening-port={coturn.GetEndpoint(Udp).Property(EndpointProperty.TargetPort)}"));
            context.Args.Add("--use-auth-secret");
            context.Args.Add(ReferenceExpression.Create($"--static-auth-secret={secret}"));
            foreach (var argument in CoturnRules.Arguments(first, last, allowsThisMachine))
            {
                context.Args.Add(argument);
            }
        });

        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            healthCheck, _ => new StunHealthCheck(coturn.GetEndpoint(Udp)), failureStatus: null, tags: null));
        return coturn;
    }

    /// <summary>Lets Api issue credentials for coturn and tell browsers where it is.</summary>
    public static IResourceBuilder<ProjectResource> WithTurn(this IResourceBuilder<ProjectResource> api, IResourceBuilder<ContainerResource> coturn, IResourceBuilder<ParameterResource> secret) => api
        .WithEnvironment("Turn__Secret", secret)
        .WithEnvironment("Turn__Urls__0", $"turn:{AddressOf(coturn, Udp)}?transport=udp")
        .WithEnvironment("Turn__Urls__1", $"turn:{AddressOf(coturn, Tcp)}?transport=tcp")
        .WithEnvironment("Turn__Urls__2", $"stun:{AddressOf(coturn, Udp)}")
        .WaitFor(coturn);

    static ReferenceExpression AddressOf(IResourceBuilder<ContainerResource> coturn, string endpoint) => ReferenceExpression.Create(
        $"{coturn.GetEndpoint(endpoint).Property(EndpointProperty.IPV4Host)}:{coturn.GetEndpoint(endpoint).Property(EndpointProperty.Port)}");
}
