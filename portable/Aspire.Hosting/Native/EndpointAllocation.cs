using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>Gives every endpoint its address before anything starts, so that resources may point at each other in circles.</summary>
static class EndpointAllocation
{
    public static void Allocate(IResource resource, FreePorts ports, bool randomize)
    {
        var perTarget = new Dictionary<int, int>();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.AllocatedEndpoint is null))
        {
            // Endpoints that mean the same port of a container (UDP and TCP of one server) share the native one too.
            var port = resource is ContainerResource && endpoint.TargetPort is { } target
                ? perTarget.TryGetValue(target, out var shared) ? shared : perTarget[target] = Choose(resource, endpoint.Port, endpoint, ports, randomize)
                : Choose(resource, endpoint.Port ?? endpoint.TargetPort, endpoint, ports, randomize);
            endpoint.TargetPort = port;
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, endpoint.TargetHost, port);
        }
    }

    static int Choose(IResource resource, int? wanted, EndpointAnnotation endpoint, FreePorts ports, bool randomize)
    {
        if (wanted is not { } port || randomize)
        {
            return ports.Take(randomize ? null : endpoint.PreferredPort);
        }

        return ports.TryTake(port) ? port
            : throw new DistributedApplicationException($"Port {port}, which '{resource.Name}' is told to use, is taken by another program.");
    }
}
