using Microsoft.AspNetCore.Http;

namespace SiteAccess.ServiceDefaults.Http;

/// <summary>Where a request comes from, as limits count it.</summary>
public static class ClientAddress
{
    /// <summary>The network address; of IPv6 the first half, because it hands a whole /64 to one household.</summary>
    /// <param name="context">The request.</param>
    /// <returns>A key, not an address to show; empty when there is none.</returns>
    public static string Of(HttpContext? context)
    {
        if (context?.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return Convert.ToHexString(bytes, 0, Math.Min(bytes.Length, 8));
    }
}
