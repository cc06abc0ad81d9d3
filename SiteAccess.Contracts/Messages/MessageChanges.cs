namespace SiteAccess.Contracts.Messages;

/// <summary>A message as another one quotes it: as it stands when it is read, so what was deleted is not quoted.</summary>
/// <param name="Seq">Its position in the same conversation.</param>
/// <param name="SenderType">Who wrote it.</param>
/// <param name="SenderName">The name to show; null when there is none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Body">Its beginning, at most <see cref="MessageRules.MaxQuoteLength"/> characters; empty when it was deleted.</param>
/// <param name="IsDeleted">True when it was deleted, else null.</param>
public sealed record QuotedMessage(
    long Seq, SenderType SenderType, string? SenderName, MessageKind Kind, string Body, bool? IsDeleted = null);

/// <summary>Changes the text of one's own message.</summary>
/// <param name="Body">The new text, 1 to <see cref="MessageRules.MaxBodyLength"/> characters.</param>
/// <param name="MentionIds">In a note: the operators whom it calls now.</param>
public sealed record EditMessage(string Body, IReadOnlyList<Guid>? MentionIds = null);
