using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Messages;

namespace SiteAccess.Api.Attachments;

sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentPiece>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Name).HasMaxLength(AttachmentRules.MaxNameLength);
        builder.Property(file => file.ContentType).HasMaxLength(100);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(file => file.ConversationId);
        builder.HasOne<Message>().WithMany().HasForeignKey(file => file.MessageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(file => file.ConversationId);
        builder.HasIndex(file => file.MessageId).HasFilter("message_id is not null");
        builder.HasIndex(file => file.CreatedAt).HasFilter("message_id is null");
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_attachment_size", "size >= 0");
            table.HasCheckConstraint("ck_attachment_uploader_type", "uploader_type in ('visitor', 'operator')");
            table.HasCheckConstraint("ck_attachment_message", "message_id is null or is_whole");
        });
    }

    public void Configure(EntityTypeBuilder<AttachmentPiece> builder)
    {
        builder.HasKey(piece => new { piece.AttachmentId, piece.Position });
        builder.HasOne<Attachment>().WithMany().HasForeignKey(piece => piece.AttachmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
