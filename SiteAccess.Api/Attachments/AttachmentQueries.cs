using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Attachments;

static class AttachmentQueries
{
    /// <summary>
    /// The files that somebody may see: of messages of their conversations (a visitor: not of private notes), and what they themselves
    /// uploaded and have not sent yet.
    /// </summary>
    public static IQueryable<Attachment> AttachmentsOf(this SiteAccessDb db, Actor actor) => db.Attachments
        .Where(file => file.IsWhole && db.ConversationsOf(actor).Any(conversation => conversation.Id == file.ConversationId))
        .Where(file => file.MessageId == null
            ? file.UploaderType == actor.Kind && file.UploaderId == actor.Id
            : actor.Kind == SenderType.Operator || db.Messages.Any(message => message.Id == file.MessageId && message.Kind != MessageKind.Note));

    /// <summary>What somebody uploaded and has not sent.</summary>
    public static IQueryable<Attachment> WaitingOf(this SiteAccessDb db, Actor actor) => db.Attachments
        .Where(file => file.MessageId == null && file.UploaderType == actor.Kind && file.UploaderId == actor.Id);
}
