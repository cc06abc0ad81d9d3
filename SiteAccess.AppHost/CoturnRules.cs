namespace SiteAccess.AppHost;

/// <summary>What coturn may be used for, as its command line says it.</summary>
static class CoturnRules
{
    // Sessions of one person (a browser opens one for each address of the relay and each network of its own), and of all together.
    const int UserQuota = 24;
    const int BytesPerSecond = 500_000;

    // This machine and the networks behind it: open to peers in development only. coturn compares IPv6 addresses byte by byte,
    // each between those of the two ends: so the IPv4-compatible addresses (::127.0.0.1) need a range of their own beside ::1.
    static readonly string[] OwnNetworks =
    [
        "10.0.0.0-10.255.255.255",
        "127.0.0.0-127.255.255.255",
        "172.16.0.0-172.31.255.255",
        "192.168.0.0-192.168.255.255",
        "::1-::ffff:ffff",
        "::1.0.0.0-::255.255.255.255",
    ];

    // Never a peer (IANA special-purpose registries). coturn before 4.9 lets an IPv4-mapped IPv6 address slip past the IPv4
    // rules (CVE-2026-27624), so the mapped range is denied as a whole, as are the other ways to write IPv4 in IPv6. No range
    // may begin with 0.0.0.0 or ::, which coturn takes for "any address"; these two themselves it refuses by default.
    static readonly string[] NeverPeers =
    [
        "0.0.0.1-0.255.255.255",
        "100.64.0.0-100.127.255.255",
        "169.254.0.0-169.254.255.255",
        "192.0.0.0-192.0.0.255",
        "192.0.2.0-192.0.2.255",
        "192.88.99.0-192.88.99.255",
        "198.18.0.0-198.19.255.255",
        "198.51.100.0-198.51.100.255",
        "203.0.113.0-203.0.113.255",
        "224.0.0.0-255.255.255.255",
        "::ffff:0.0.0.0-::ffff:255.255.255.255",
        "64:ff9b::-64:ff9b::ffff:ffff",
        "64:ff9b:1::-64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
        "100::-100::ffff:ffff:ffff:ffff",
        "2001::-2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "3fff::-3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fe80::-feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ff00::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    ];

    /// <summary>The arguments that do not depend on where coturn runs.</summary>
    /// <param name="firstPort">The first port of the relay range.</param>
    /// <param name="lastPort">The last port of the relay range.</param>
    /// <param name="allowsThisMachine">Whether peers on this machine and its networks are allowed: for calls between two browsers here.</param>
    public static IEnumerable<string> Arguments(int firstPort, int lastPort, bool allowsThisMachine) =>
    [
        "--realm=siteaccess",
        "--fingerprint",
        "--stale-nonce=600",
        "--no-cli",
        "--no-tls",
        "--no-dtls",
        "--no-tcp-relay",
        "--no-multicast-peers",
        "--no-software-attribute",
        $"--min-port={firstPort}",
        $"--max-port={lastPort}",
        $"--user-quota={UserQuota}",
        $"--total-quota={lastPort - firstPort + 1}",
        $"--max-bps={BytesPerSecond}",
        .. NeverPeers.Select(Deny),
        .. allowsThisMachine ? ["--allow-loopback-peers"] : OwnNetworks.Select(Deny),
    ];

    static string Deny(string range) => $"--denied-peer-ip={range}";
}
