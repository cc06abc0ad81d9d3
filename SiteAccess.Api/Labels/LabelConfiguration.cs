using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Labels;

namespace SiteAccess.Api.Labels;

sealed class LabelConfiguration : IEntityTypeConfiguration<Label>, IEntityTypeConfiguration<ConversationLabel>
{
    public void Configure(EntityTypeBuilder<Label> builder)
    {
        builder.Property(label => label.Id).ValueGeneratedNever();
        builder.Property(label => label.Name).HasMaxLength(LabelRules.MaxNameLength);
        builder.Property(label => label.NormalizedName).HasMaxLength(LabelRules.MaxNameLength);
        builder.Property(label => label.Color).HasConversion<WordConverter<LabelColor>>().HasMaxLength(16);
        builder.HasIndex(label => label.NormalizedName).IsUnique();
    }

    /// <summary>The key finds the conversations of a label, the index the labels of a conversation.</summary>
    public void Configure(EntityTypeBuilder<ConversationLabel> builder)
    {
        builder.HasKey(tag => new { tag.LabelId, tag.ConversationId });
        builder.HasIndex(tag => tag.ConversationId);
        builder.HasOne<Label>().WithMany().HasForeignKey(tag => tag.LabelId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(tag => tag.ConversationId);
    }
}
