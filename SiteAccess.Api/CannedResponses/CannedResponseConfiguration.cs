using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Channels;
using SiteAccess.Contracts.CannedResponses;

namespace SiteAccess.Api.CannedResponses;

sealed class CannedResponseConfiguration : IEntityTypeConfiguration<CannedResponse>
{
    public void Configure(EntityTypeBuilder<CannedResponse> builder)
    {
        builder.Property(response => response.Id).ValueGeneratedNever();
        builder.Property(response => response.Shortcut).HasMaxLength(CannedResponseRules.MaxShortcutLength);
        builder.Property(response => response.Body).HasMaxLength(CannedResponseRules.MaxBodyLength);
        builder.HasOne<Channel>().WithMany().HasForeignKey(response => response.ChannelId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(response => new { response.ChannelId, response.Shortcut }).IsUnique().AreNullsDistinct(false);
    }
}
