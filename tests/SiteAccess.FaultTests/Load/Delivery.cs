using SiteAccess.Contracts.Messages;

namespace SiteAccess.FaultTests.Load;

/// <summary>A message as a client has it.</summary>
sealed record Delivery(long Seq, Guid Id, Guid ClientMessageId, string Body)
{
    public static Delivery Of(MessageView message) => new(message.Seq, message.Id, message.ClientMessageId, message.Body);
}
