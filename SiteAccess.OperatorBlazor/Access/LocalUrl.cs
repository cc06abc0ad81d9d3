namespace SiteAccess.OperatorBlazor.Access;

/// <summary>Return addresses that cannot lead to a foreign site.</summary>
static class LocalUrl
{
    /// <summary>The address when it is a path of this app, else the inbox.</summary>
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    // "//host", "/\host" and control characters are how a browser is led away from a path that looks local.
    static bool IsLocal(string? url) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl)
        && !url.StartsWith(SignInPath, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the sign-in page is.</summary>
    public const string SignInPath = "/sign-in";
}
