using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Native;

/// <summary>
/// Gives every endpoint its address before anything starts, so that resources may point at each other in circles. A port
/// that the program asks for is a must; that of a launch profile or of the last run is taken when it is free.
/// </summary>
sealed class EndpointAllocation(FreePorts ports, PortMemory memory, IConfiguration configuration)
{
    readonly bool _randomize = configuration.GetValue("DcpPublisher:RandomizePorts", defaultValue: false);

    public void Allocate(IEnumerable<IResource> resources)
    {
        var remembered = _randomize ? [] : memory.Recall();
        foreach (var resource in resources)
        {
            Allocate(resource, remembered);
        }

        if (!_randomize)
        {
            memory.Keep(remembered);
        }
    }

    void Allocate(IResource resource, Dictionary<string, int> remembered)
    {
        var perTarget = new Dictionary<int, int>();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.AllocatedEndpoint is null))
        {
            // Endpoints that mean the same port of a container (UDP and TCP of one server) share the native one too.
            var target = resource is ContainerResource ? endpoint.TargetPort : null;
            if (target is null || !perTarget.TryGetValue(target.Value, out var port))
            {
                port = Choose(resource, endpoint, remembered);
            }

            if (target is not null)
            {
                perTarget[target.Value] = port;
            }

            endpoint.TargetPort = port;
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, endpoint.TargetHost, port);
        }
    }

    int Choose(IResource resource, EndpointAnnotation endpoint, Dictionary<string, int> remembered)
    {
        var wanted = resource is ContainerResource ? endpoint.Port : endpoint.Port ?? endpoint.TargetPort;
        if (wanted is { } must && !_randomize)
        {
            return ports.TryTake(must) ? must
                : throw new DistributedApplicationException($"Port {must}, which '{resource.Name}' is told to use, is taken by another program.");
        }

        var key = $"{resource.Name}/{endpoint.Name}";
        var preferred = endpoint.PreferredPort ?? (remembered.TryGetValue(key, out var last) ? last : null);
        return remembered[key] = ports.Take(_randomize ? null : preferred);
    }
}
