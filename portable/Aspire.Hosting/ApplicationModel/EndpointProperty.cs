namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint's address.</summary>
public enum EndpointProperty
{
    /// <summary>All of it.</summary>
    Url,

    /// <summary>The host.</summary>
    Host,

    /// <summary>The host as an IPv4 address.</summary>
    IPV4Host,

    /// <summary>The port that others use.</summary>
    Port,

    /// <summary>The scheme.</summary>
    Scheme,

    /// <summary>The port that the program itself listens on.</summary>
    TargetPort,

    /// <summary>Host and port.</summary>
    HostAndPort,

    /// <summary>Whether it is encrypted.</summary>
    TlsEnabled,
}
