namespace SiteAccess.ServiceDefaults.Access;

/// <summary>The claims of our tokens, under the names they have on the wire.</summary>
public static class AccessClaims
{
    /// <summary>The person, or the service's name.</summary>
    public const string Subject = "sub";

    /// <summary>What the token may be used for, one of <see cref="Purposes"/>.</summary>
    public const string Purpose = "purpose";

    /// <summary>The name to show.</summary>
    public const string Name = "name";

    /// <summary>A visitor's channel.</summary>
    public const string Channel = "channel";

    /// <summary>The page's origin that a visitor's token was given to; the hub takes it from no other.</summary>
    public const string Origin = "origin";

    /// <summary>The one conversation of a channel token.</summary>
    public const string Conversation = "conversation";

    /// <summary>Whether a channel token speaks for a visitor or an operator.</summary>
    public const string Actor = "actor";

    /// <summary>When the token ends, in seconds since 1970 (RFC 7519, 4.1.4).</summary>
    public const string ExpiresAt = "exp";

    /// <summary>An operator's role.</summary>
    public const string Role = "role";

    /// <summary>An operator's session.</summary>
    public const string Session = "sid";

    /// <summary>The token's own id.</summary>
    public const string TokenId = "jti";
}

/// <summary>What a token may be used for.</summary>
public static class Purposes
{
    /// <summary>A visitor of a site: widget REST and hub.</summary>
    public const string Visitor = "visitor";

    /// <summary>An operator: REST and hub.</summary>
    public const string Operator = "operator";

    /// <summary>An operator's browser, for the hub alone and for a minute.</summary>
    public const string Hub = "hub";

    /// <summary>One conversation's stream on the open channel, and nothing else.</summary>
    public const string Channel = "channel";

    /// <summary>One of our own services.</summary>
    public const string Service = "service";
}
