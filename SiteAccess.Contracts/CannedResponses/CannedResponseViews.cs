namespace SiteAccess.Contracts.CannedResponses;

/// <summary>An answer that is kept ready: <c>/</c> and its shortcut bring it into the composer.</summary>
/// <param name="Id">The response.</param>
/// <param name="ChannelId">The channel that it is for; null for all.</param>
/// <param name="Shortcut">Its name: letters, digits, <c>-</c> and <c>_</c>, unique in its channel.</param>
/// <param name="Body">The text, with <see cref="CannedResponseRules.VisitorName"/> and <see cref="CannedResponseRules.OperatorName"/> to be filled in.</param>
public sealed record CannedResponseView(Guid Id, Guid? ChannelId, string Shortcut, string Body);

/// <summary>Adds a canned response, or changes all of one.</summary>
/// <param name="Shortcut">Its name, 1 to <see cref="CannedResponseRules.MaxShortcutLength"/> characters.</param>
/// <param name="Body">The text, 1 to <see cref="CannedResponseRules.MaxBodyLength"/> characters.</param>
/// <param name="ChannelId">The channel that it is for; null for all.</param>
public sealed record SaveCannedResponse(string Shortcut, string Body, Guid? ChannelId = null);

/// <summary>What canned responses are made of.</summary>
public static class CannedResponseRules
{
    /// <summary>The longest shortcut.</summary>
    public const int MaxShortcutLength = 40;

    /// <summary>The longest text.</summary>
    public const int MaxBodyLength = 4_000;

    /// <summary>How many there may be in all.</summary>
    public const int Most = 1_000;

    /// <summary>Stands for the visitor's name.</summary>
    public const string VisitorName = "{visitor.name}";

    /// <summary>Stands for the name of the operator who answers.</summary>
    public const string OperatorName = "{operator.name}";
}
