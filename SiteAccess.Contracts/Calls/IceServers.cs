namespace SiteAccess.Contracts.Calls;

/// <summary>What a browser's <c>RTCPeerConnection</c> is given.</summary>
/// <param name="IceServers">STUN and TURN servers, in the form of <c>RTCIceServer</c>.</param>
/// <param name="ExpiresAt">When the credentials end, UTC.</param>
public sealed record IceServersView(IReadOnlyList<IceServer> IceServers, DateTimeOffset ExpiresAt);

/// <summary>One <c>RTCIceServer</c> (WebRTC 1.0, 4.2.4).</summary>
/// <param name="Urls">stun: and turn: addresses (RFC 7064, RFC 7065).</param>
/// <param name="Username">"expiry:name" (TURN REST scheme); null for STUN.</param>
/// <param name="Credential">base64(HMAC-SHA1(secret, username)); null for STUN.</param>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username = null, string? Credential = null);
