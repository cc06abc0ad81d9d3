using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Operators;

namespace SiteAccess.Api.Channels;

sealed class ChannelConfiguration : IEntityTypeConfiguration<Channel>, IEntityTypeConfiguration<ChannelMember>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.Property(channel => channel.Id).ValueGeneratedNever();
        builder.Property(channel => channel.Name).HasMaxLength(200);
        builder.Property(channel => channel.Key).HasMaxLength(64);
        builder.Property(channel => channel.Secret).HasMaxLength(100);
        builder.Property(channel => channel.Accent).HasMaxLength(7);
        builder.Property(channel => channel.OperatorLimit).HasDefaultValue(10);
        builder.Ignore(channel => channel.Attachments);
        builder.HasIndex(channel => channel.Key).IsUnique();
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_channel_key", "key ~ '^[A-Za-z0-9_-]+$'");
            table.HasCheckConstraint("ck_channel_operator_limit", "operator_limit between 1 and 100");
            table.HasCheckConstraint("ck_channel_attachments", "attachment_max_bytes > 0 and attachment_max_count between 0 and 50");
            table.HasCheckConstraint("ck_channel_accent", "accent ~ '^#[0-9A-Fa-f]{6}$'");
        });
    }

    public void Configure(EntityTypeBuilder<ChannelMember> builder)
    {
        builder.HasKey(member => new { member.ChannelId, member.OperatorId });
        builder.HasIndex(member => member.OperatorId);
        builder.HasOne<Channel>().WithMany().HasForeignKey(member => member.ChannelId);
        builder.HasOne<Operator>().WithMany().HasForeignKey(member => member.OperatorId);
    }
}
