namespace SiteAccess.Api.Calls;

/// <summary>The relay (configuration section <c>Turn</c>).</summary>
sealed class TurnOptions
{
    public const string Section = "Turn";

    /// <summary>Shared with coturn alone (<c>static-auth-secret</c>).</summary>
    public string? Secret { get; set; }

    /// <summary>stun: and turn: addresses that browsers use (RFC 7064, RFC 7065).</summary>
    public List<string> Urls { get; set; } = [];
}
