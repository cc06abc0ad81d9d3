using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SiteAccess.Api.Outbox;

sealed class OutboxBatchConfiguration : IEntityTypeConfiguration<OutboxBatch>
{
    public void Configure(EntityTypeBuilder<OutboxBatch> builder)
    {
        builder.HasKey(batch => batch.Position);
        builder.Property(batch => batch.Position).UseIdentityAlwaysColumn();
    }
}
