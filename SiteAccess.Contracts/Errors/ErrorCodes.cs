namespace SiteAccess.Contracts.Errors;

/// <summary>
/// Every stable error code, spelled once. REST carries it as <c>code</c> in problem details (RFC 9457), the hub as the
/// whole message of a <c>HubException</c>. Clients decide by the code; the text beside it is for people.
/// </summary>
public static class ErrorCodes
{
    /// <summary>The request's form is wrong; <c>errors</c> names the fields. Do not retry unchanged.</summary>
    public const string RequestInvalid = "request.invalid";

    /// <summary>Too many requests; retry after <c>retryAfter</c> seconds.</summary>
    public const string RequestTooMany = "request.too-many";

    /// <summary>The hub has no such method.</summary>
    public const string RequestUnknown = "request.unknown";

    /// <summary>A frame is longer than a client may send: 32 KB on the hub, 1 KB on the open channel.</summary>
    public const string RequestTooLarge = "request.too-large";

    /// <summary>There is no such thing, or it is not yours to see.</summary>
    public const string NotFound = "not-found";

    /// <summary>Something failed here; retry later.</summary>
    public const string ServerError = "server.error";

    /// <summary>A part of the system is away (database, bus, Api); retry with back-off.</summary>
    public const string ServerUnavailable = "server.unavailable";

    /// <summary>No token, or one that is not valid any more.</summary>
    public const string AuthRequired = "auth.required";

    /// <summary>The token's time is over while a connection lived on it: connect again with a new one.</summary>
    public const string AuthExpired = "auth.expired";

    /// <summary>Signed in, but not allowed to do this.</summary>
    public const string AuthForbidden = "auth.forbidden";

    /// <summary>E-mail or password is wrong (which one is never told).</summary>
    public const string AuthInvalidCredentials = "auth.invalid-credentials";

    /// <summary>Too many failed sign-ins; wait <c>retryAfter</c> seconds.</summary>
    public const string AuthLockedOut = "auth.locked-out";

    /// <summary>The session was ended or has expired: sign in again.</summary>
    public const string AuthSessionEnded = "auth.session-ended";

    /// <summary>The password was right; a second factor is needed.</summary>
    public const string AuthSecondFactorRequired = "auth.second-factor-required";

    /// <summary>No channel has this key.</summary>
    public const string ChannelUnknown = "channel.unknown";

    /// <summary>The page's origin is not among the channel's allowed origins.</summary>
    public const string ChannelOriginRefused = "channel.origin-refused";

    /// <summary>The identity's hash is missing or wrong, and the channel asks for one.</summary>
    public const string IdentityInvalid = "identity.invalid";

    /// <summary>No such conversation, or the caller is not in it.</summary>
    public const string ConversationNotFound = "conversation.not-found";

    /// <summary>Another label has this name.</summary>
    public const string LabelTaken = "label.taken";

    /// <summary>No such label (any more).</summary>
    public const string LabelNotFound = "label.not-found";

    /// <summary>The text is empty or longer than <see cref="Messages.MessageRules.MaxBodyLength"/> characters.</summary>
    public const string MessageInvalid = "message.invalid";

    /// <summary>The same clientMessageId came before with other content. Do not retry.</summary>
    public const string MessageConflict = "message.conflict";

    /// <summary>Another team has this name.</summary>
    public const string TeamNameTaken = "team.name-taken";

    /// <summary>The visitor was blocked: no session, no message. Do not retry.</summary>
    public const string VisitorBlocked = "visitor.blocked";

    /// <summary>The site vouches for both visitors as two different people: they are not merged.</summary>
    public const string VisitorMergeRefused = "visitor.merge-refused";
    /// <summary>A file is larger than the channel takes.</summary>
    public const string AttachmentTooLarge = "attachment.too-large";

    /// <summary>A file's content is of a kind that the channel does not take.</summary>
    public const string AttachmentTypeNotAllowed = "attachment.type-not-allowed";

    /// <summary>More files than a message takes, or than may wait to be sent.</summary>
    public const string AttachmentTooMany = "attachment.too-many";

    /// <summary>No such file, it is not yours, or another message has it.</summary>
    public const string AttachmentNotFound = "attachment.not-found";
    /// <summary>Private notes are for operators: a visitor sent one, or a reply to one would show it to the visitor.</summary>
    public const string MessageNoteRefused = "message.note-refused";

    /// <summary>No such message in this conversation, or none that can be answered.</summary>
    public const string MessageReplyUnknown = "message.reply-unknown";

    /// <summary>No such message in this conversation.</summary>
    public const string MessageNotFound = "message.not-found";

    /// <summary>The message is not yours, is no text, was deleted, or the time to change it is over. Do not retry.</summary>
    public const string MessageLocked = "message.locked";

    /// <summary>Another canned response of the same channel has this shortcut.</summary>
    public const string CannedResponseTaken = "canned-response.taken";

    /// <summary>No such call, it is over, or the caller has no part in it.</summary>
    public const string CallNotFound = "call.not-found";

    /// <summary>The stream cannot go on from the client's position (the system was restored from a backup): it starts from the beginning, drop what you have.</summary>
    public const string PositionUnknown = "position.unknown";

    /// <summary>The client did not read what it was sent; connect again and ask for what came after the last position.</summary>
    public const string ConnectionTooSlow = "connection.too-slow";
}
