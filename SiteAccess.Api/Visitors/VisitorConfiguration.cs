using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Channels;

namespace SiteAccess.Api.Visitors;

sealed class VisitorConfiguration : IEntityTypeConfiguration<Visitor>, IEntityTypeConfiguration<VisitorKey>
{
    public void Configure(EntityTypeBuilder<Visitor> builder)
    {
        builder.Property(visitor => visitor.Id).ValueGeneratedNever();
        builder.Property(visitor => visitor.UserId).HasMaxLength(VisitorLimits.UserId);
        builder.Property(visitor => visitor.Name).HasMaxLength(VisitorLimits.Name);
        builder.Property(visitor => visitor.Email).HasMaxLength(VisitorLimits.Email);
        builder.Property(visitor => visitor.Locale).HasMaxLength(VisitorLimits.Tag);
        builder.Property(visitor => visitor.TimeZone).HasMaxLength(VisitorLimits.Tag);
        builder.Property(visitor => visitor.UserAgent).HasMaxLength(VisitorLimits.UserAgent);
        builder.Property(visitor => visitor.PageUrl).HasMaxLength(VisitorLimits.Url);
        builder.Property(visitor => visitor.PageTitle).HasMaxLength(VisitorLimits.Title);
        builder.Property(visitor => visitor.Referrer).HasMaxLength(VisitorLimits.Url);
        builder.HasIndex(visitor => new { visitor.ChannelId, visitor.UserId }).IsUnique().HasFilter("user_id is not null");
        builder.HasOne<Channel>().WithMany().HasForeignKey(visitor => visitor.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VisitorKey> builder)
    {
        builder.HasKey(key => key.KeyHash);
        builder.HasIndex(key => key.VisitorId);
        builder.HasOne<Visitor>().WithMany().HasForeignKey(key => key.VisitorId);
        builder.ToTable(table => table.HasCheckConstraint("ck_visitor_key_hash", "octet_length(key_hash) = 32"));
    }
}
