using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One port that a resource listens on.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    readonly TaskCompletionSource<AllocatedEndpoint> _allocated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string? _transport;

    /// <summary>Describes the port; what is left out is chosen at start.</summary>
    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        [EndpointName] string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? (protocol == ProtocolType.Udp ? "udp" : "tcp");
        Name = name ?? UriScheme;
        _transport = transport;
        Port = port;
        TargetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied ?? true;
    }

    /// <summary>The name, unique in the resource.</summary>
    public string Name { get; set; }

    /// <summary>TCP or UDP.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The port that others use, or null for any free one.</summary>
    public int? Port { get; set; }

    /// <summary>The port that the program itself listens on. Natively there is nothing between the two, so that it becomes the same at start.</summary>
    public int? TargetPort { get; set; }

    /// <summary>The scheme of the address.</summary>
    public string UriScheme { get; set; }

    /// <summary>The host to listen on.</summary>
    public string TargetHost { get; set; } = "localhost";

    /// <summary>What is spoken on the port.</summary>
    public string Transport
    {
        get => _transport ?? (UriScheme is "http" or "https" ? "http" : Protocol.ToString().ToLowerInvariant());
        set => _transport = value;
    }

    /// <summary>Whether it is meant for the outside.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether the real host may put its proxy before it; natively nothing does.</summary>
    public bool IsProxied { get; set; }

    /// <summary>The address, as soon as it is known.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => _allocated.Task.IsCompletedSuccessfully ? _allocated.Task.Result : null;
        set => _allocated.TrySetResult(value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The port that a launch profile asks for: taken when free, else another one.</summary>
    internal int? PreferredPort { get; init; }

    internal Task<AllocatedEndpoint> WhenAllocated => _allocated.Task;
}
