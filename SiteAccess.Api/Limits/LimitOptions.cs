namespace SiteAccess.Api.Limits;

/// <summary>How often who may ask what, per minute (configuration section <c>Limits</c>). Bursts of a minute's worth pass.</summary>
sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Visitor sessions begun from one network address; many visitors may share one.</summary>
    public int SessionsPerAddress { get; set; } = 300;

    /// <summary>Sign-ins, refreshes and sign-outs from one network address.</summary>
    public int SignInsPerAddress { get; set; } = 60;

    /// <summary>Conversations begun with one token.</summary>
    public int ConversationsPerToken { get; set; } = 20;

    /// <summary>Messages sent over REST with one token.</summary>
    public int MessagesPerToken { get; set; } = 120;

    /// <summary>Files uploaded with one token.</summary>
    public int UploadsPerToken { get; set; } = 60;

    /// <summary>Connection checks with one token.</summary>
    public int ChecksPerToken { get; set; } = 12;

    /// <summary>Channel tokens issued to one person.</summary>
    public int ChannelTokensPerPerson { get; set; } = 60;
}
