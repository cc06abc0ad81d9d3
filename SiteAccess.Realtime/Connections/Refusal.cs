using System.Globalization;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Connections;

/// <summary>A refusal as the hub says it: the code, and where waiting helps <c>;retryAfter=</c> with the seconds.</summary>
static class Refusal
{
    public static string Text(ApiException refusal) => refusal.RetryAfter is { } seconds
        ? string.Create(CultureInfo.InvariantCulture, $"{refusal.Code};retryAfter={seconds}")
        : refusal.Code;
}
