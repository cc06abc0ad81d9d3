using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Channels;
using SiteAccess.Contracts;

namespace SiteAccess.Api.Visitors;

sealed class VisitorConfiguration : IEntityTypeConfiguration<Visitor>, IEntityTypeConfiguration<VisitorKey>, IEntityTypeConfiguration<VisitorPageView>
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
        builder.Property(visitor => visitor.Attributes)
            .HasColumnType("jsonb").HasDefaultValueSql("'{}'")
            .HasConversion(
                attributes => JsonSerializer.Serialize(attributes, WireJson.Options),
                text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, WireJson.Options)!,
                new ValueComparer<Dictionary<string, string>>(
                    (one, other) => one!.Count == other!.Count && !one.Except(other).Any(),
                    attributes => attributes.Count,
                    attributes => new Dictionary<string, string>(attributes)));
        builder.HasIndex(visitor => new { visitor.ChannelId, visitor.BlockedAt, visitor.Id }).HasFilter("blocked_at is not null");
        builder.HasIndex(visitor => new { visitor.ChannelId, visitor.UserId }).IsUnique().HasFilter("user_id is not null");
        builder.HasOne<Channel>().WithMany().HasForeignKey(visitor => visitor.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VisitorPageView> builder)
    {
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.Property(view => view.Url).HasMaxLength(VisitorLimits.Url);
        builder.Property(view => view.Title).HasMaxLength(VisitorLimits.Title);
        builder.HasIndex(view => new { view.VisitorId, view.Id });
        builder.HasOne<Visitor>().WithMany().HasForeignKey(view => view.VisitorId);
    }

    public void Configure(EntityTypeBuilder<VisitorKey> builder)
    {
        builder.HasKey(key => key.KeyHash);
        builder.HasIndex(key => key.VisitorId);
        builder.HasOne<Visitor>().WithMany().HasForeignKey(key => key.VisitorId);
        builder.ToTable(table => table.HasCheckConstraint("ck_visitor_key_hash", "octet_length(key_hash) = 32"));
    }
}
