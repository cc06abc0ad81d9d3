using System.Diagnostics;
using SiteAccess.Api.Attachments;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>What a send must look like before anybody asks the database.</summary>
static class SendRules
{
    /// <summary>The error code of what is wrong with it; null when nothing is.</summary>
    public static string? FindFault(SendItem item)
    {
        if (item.Actor is null || item.ClientMessageId == Guid.Empty)
            return ErrorCodes.RequestInvalid;
        if (item.Actor.Kind is not (SenderType.Visitor or SenderType.Operator))
            return ErrorCodes.RequestInvalid;
        if (item.HasFiles && item.AttachmentIds!.Count > AttachmentRules.MaxCount)
            return ErrorCodes.AttachmentTooMany;
        if (item.HasFiles && item.AttachmentIds!.Distinct().Count() != item.AttachmentIds!.Count)
            return ErrorCodes.RequestInvalid;
        return FindKindFault(item) ?? (item is { HasFiles: true, Body: "" } ? null : FindTextFault(item.Body));
    }

    /// <summary>What is wrong with a text; null when nothing is.</summary>
    public static string? FindTextFault(string? body) => IsText(body) ? null : ErrorCodes.MessageInvalid;

    /// <summary>The trace context, if it is one (W3C Trace Context 3.2).</summary>
    public static string? TraceParentOf(SendItem item) =>
        ActivityContext.TryParse(item.TraceParent, null, out _) ? item.TraceParent : null;

    static string? FindKindFault(SendItem item) => item switch
    {
        { Kind: not (null or MessageKind.Text or MessageKind.Note) } => ErrorCodes.RequestInvalid,
        { Kind: MessageKind.Note, Actor.Kind: SenderType.Visitor } => ErrorCodes.MessageNoteRefused,
        { MentionIds.Count: > 0, Kind: not MessageKind.Note } or { MentionIds.Count: > MessageRules.MaxMentions } => ErrorCodes.RequestInvalid,
        { ReplyToSeq: < 1 } => ErrorCodes.MessageReplyUnknown,
        _ => null,
    };

    // The text is kept as it was written. Postgres holds no NUL, and UTF-8 no half of a surrogate pair.
    static bool IsText(string? body) =>
        !string.IsNullOrWhiteSpace(body) && body.Length <= MessageRules.MaxBodyLength && !body.Contains('\0') && IsWellFormed(body);

    static bool IsWellFormed(string body)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (char.IsHighSurrogate(body[i]) && i + 1 < body.Length && char.IsLowSurrogate(body[i + 1]))
                i++;
            else if (char.IsSurrogate(body[i]))
                return false;
        }

        return true;
    }
}
