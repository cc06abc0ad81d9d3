using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.OperatorApp;

/// <summary>Conversations and messages to try things with.</summary>
static class Samples
{
    public static readonly Guid Me = Guid.NewGuid();
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static MessageView Message(long seq, SenderType sender = SenderType.Visitor, double minute = 0, Guid? conversation = null, Guid? clientId = null) => new(
        Guid.NewGuid(), conversation ?? Guid.Empty, seq, clientId ?? Guid.NewGuid(), sender, Guid.NewGuid(), sender.ToString(), MessageKind.Text,
        $"words {seq}", [], Noon.AddMinutes(minute));

    public static ConversationSummary Conversation(
        long lastSeq = 1, int unread = 0, Guid? id = null, Guid? assignee = null, ConversationStatus status = ConversationStatus.Open, double minute = 0) => new(
        id ?? Guid.NewGuid(), Guid.Empty, "Shop", new VisitorSummary(Guid.NewGuid(), "Anna", null), status, assignee, null, lastSeq, unread, null,
        Noon, Noon.AddMinutes(minute), null);
}
