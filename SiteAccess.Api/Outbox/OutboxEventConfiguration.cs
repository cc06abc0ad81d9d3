using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SiteAccess.Api.Outbox;

sealed class OutboxEventConfiguration : IEntityTypeConfiguration<OutboxEvent>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> builder)
    {
        builder.Property(fact => fact.Id).ValueGeneratedNever();
        builder.Property(fact => fact.Position).UseIdentityAlwaysColumn();
        builder.Property(fact => fact.Type).HasMaxLength(64);
        builder.Property(fact => fact.TraceParent).HasMaxLength(64);
        builder.Property(fact => fact.Payload).HasColumnType("json");

        // All the sweep looks at; told events are found for pruning by their id, which begins with their time (RFC 9562).
        builder.HasIndex(fact => fact.Position).HasFilter("published_at is null");
    }
}
