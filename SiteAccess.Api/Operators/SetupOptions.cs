namespace SiteAccess.Api.Operators;

/// <summary>What a new installation begins with (configuration section <c>Setup</c>).</summary>
sealed class SetupOptions
{
    public const string Section = "Setup";

    /// <summary>Signs in first, as admin.</summary>
    public string? OperatorEmail { get; set; }

    public string? OperatorPassword { get; set; }

    /// <summary>Puts the configured password in the place of a forgotten one.</summary>
    public bool ResetOperatorPassword { get; set; }

    /// <summary>Development: the origin of the demo page.</summary>
    public string? DemoOrigin { get; set; }

    /// <summary>Development: the key of the demo page's channel.</summary>
    public string? DemoChannelKey { get; set; }
}
