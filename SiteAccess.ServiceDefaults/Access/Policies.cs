namespace SiteAccess.ServiceDefaults.Access;

/// <summary>Names of the authorization policies; said once, on a group or a hub.</summary>
public static class Policies
{
    /// <summary>A visitor.</summary>
    public const string Visitor = "visitor";

    /// <summary>An operator.</summary>
    public const string Operator = "operator";

    /// <summary>One of our own services.</summary>
    public const string Service = "service";

    /// <summary>The open channel: a conversation's token, or an operator.</summary>
    public const string OpenChannel = "open-channel";

    /// <summary>A person: a visitor, an operator, or an operator's browser on the hub.</summary>
    public const string Party = "party";
}
