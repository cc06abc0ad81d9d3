using System.Security.Cryptography;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>What the browser is told not to allow.</summary>
static class SecurityHeaders
{
    static readonly object NonceKey = new();

    /// <summary>The nonce that this response's scripts carry.</summary>
    public static string NonceOf(HttpContext http) => (string)http.Items[NonceKey]!;

    /// <summary>Adds the headers to every response.</summary>
    /// <param name="app">The app.</param>
    /// <param name="api">Where browsers reach Api, which has the pictures of messages.</param>
    public static void UseSecurityHeaders(this IApplicationBuilder app, string api) => app.Use((http, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceKey] = nonce;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce, api, http.Request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()";
        return next(http);
    });

    // Inline style attributes alone are allowed: the component library writes them. Browsers that read 'self' in
    // connect-src as http only need the socket spelled out.
    static string Policy(string nonce, string api, HttpRequest request) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'nonce-{nonce}' 'strict-dynamic'",
        "worker-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        $"img-src 'self' data: blob: {api}".TrimEnd(), // blob: a picture before it is uploaded
        $"connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host}",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
}
