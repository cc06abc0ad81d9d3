namespace SiteAccess.FaultTests.Oracle;

/// <summary>A message as the database has it.</summary>
sealed record StoredMessage(Guid ConversationId, long Seq, Guid Id, Guid ClientMessageId, string Body);

/// <summary>What the database has of the conversations of a run.</summary>
/// <param name="Messages">All messages.</param>
/// <param name="LastSeqs">The position that each conversation claims.</param>
sealed record Truth(IReadOnlyList<StoredMessage> Messages, IReadOnlyDictionary<Guid, long> LastSeqs);
