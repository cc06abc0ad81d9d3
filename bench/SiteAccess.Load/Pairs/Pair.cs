namespace SiteAccess.Load.Pairs;

/// <summary>A visitor and an operator in a conversation of their own.</summary>
sealed class Pair
{
    public const int VisitorSide = 0;
    public const int OperatorSide = 1;

    public required Guid ConversationId { get; init; }

    public Party Visitor { get; set; } = null!;

    public Party Operator { get; set; } = null!;

    /// <summary>The highest position that was acknowledged.</summary>
    public long LastSeq { get; set; }

    /// <summary>What follows an answered send.</summary>
    public Action<Pair, Party>? WhenAnswered { get; set; }

    public IEnumerable<Party> Parties => [Visitor, Operator];

    public int Acknowledged => Visitor.AcknowledgedCount + Operator.AcknowledgedCount;

    public bool IsSettled => Parties.All(party =>
        party.Sent == party.AcknowledgedCount + party.RefusedCount && party.Transcript.LastSeq >= LastSeq);

    public Party Other(Party party) => party == Visitor ? Operator : Visitor;

    public void Answered(Party sender) => WhenAnswered?.Invoke(this, sender);
}
