using Microsoft.AspNetCore.Components.Routing;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>The link to the inbox: it is current on the inbox's own addresses, of which "/" is a prefix of every other page's.</summary>
public sealed class InboxNavLink : NavLink
{
    /// <inheritdoc />
    protected override bool ShouldMatch(string uriAbsolute) =>
        new Uri(uriAbsolute).AbsolutePath is var path
            && (path == "/" || path.StartsWith("/conversations/", StringComparison.OrdinalIgnoreCase));
}
