namespace SiteAccess.Api.Channels;

/// <summary>
/// The chat in a window of its own is a page of this server (<c>/widget/popout.html</c>), so its requests come from this
/// server's own origin. No page of others can have that origin.
/// </summary>
static class OwnWindow
{
    public const string File = "popout.html";

    /// <summary>Whether the request comes from a page of this server. The scheme is not asked: a proxy may have changed it.</summary>
    public static bool IsOriginOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
        && origin.Scheme is "http" or "https"
        && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the window may load (CSP): the widget's own files, Api and Realtime. Nobody may frame it.</summary>
    public static string Policy(string realtime, string realtimeSocket) =>
        $"default-src 'none'; script-src 'self'; connect-src 'self' {realtime} {realtimeSocket}; img-src 'self' data: blob:; media-src 'self' blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
