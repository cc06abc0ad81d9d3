using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Attachments;
using SiteAccess.Api.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    /// <summary>The index that keeps a client's message from being stored twice.</summary>
    public const string OneOfClient = "ux_message_conversation_id_client_message_id";

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.SenderName).HasMaxLength(200);
        builder.Property(message => message.Attachments).HasColumnType("jsonb").HasConversion<AttachmentListConverter, AttachmentListComparer>();
        builder.HasIndex(message => new { message.ConversationId, message.Seq }).IsUnique();
        builder.HasIndex(message => new { message.ConversationId, message.ClientMessageId }).IsUnique().HasDatabaseName(OneOfClient);
        builder.HasIndex(message => new { message.ConversationId, message.Revision }).HasFilter("revision is not null");
        builder.HasOne<Conversation>().WithMany().HasForeignKey(message => message.ConversationId);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_message_seq", "seq > 0");
            table.HasCheckConstraint("ck_message_sender_type", "sender_type in ('visitor', 'operator', 'bot', 'system')");
            table.HasCheckConstraint("ck_message_kind", "kind in ('text', 'attachment', 'note', 'call', 'meeting', 'event')");
            table.HasCheckConstraint("ck_message_sender", "sender_id is not null or sender_type in ('bot', 'system')");
            table.HasCheckConstraint("ck_message_body", $"char_length(body) <= {MessageRules.MaxBodyLength} and (body <> '' or kind <> 'text' or deleted_at is not null)");
            table.HasCheckConstraint("ck_message_deleted", "deleted_at is null or body = ''");
            table.HasCheckConstraint("ck_message_reply", "reply_to_seq between 1 and seq - 1");
            table.HasCheckConstraint("ck_message_mention", "mention_ids is null or kind = 'note'");
        });
    }
}
