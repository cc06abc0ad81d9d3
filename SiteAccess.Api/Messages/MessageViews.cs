using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

static class MessageViews
{
    public static MessageView ToView(this Message message) => new(
        message.Id,
        message.ConversationId,
        message.Seq,
        message.ClientMessageId,
        message.SenderType,
        message.SenderId,
        message.SenderName,
        message.Kind,
        message.Body,
        message.Attachments ?? [],
        message.CreatedAt);
}
