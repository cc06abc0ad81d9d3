using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Operators;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Api.SavedFilters;

/// <summary>A filter of the inbox that an operator keeps for themselves.</summary>
sealed class SavedFilter
{
    public required Guid Id { get; init; }

    public required Guid OperatorId { get; init; }

    public required string Name { get; set; }

    /// <summary>The name without its case: an operator has it once.</summary>
    public required string NormalizedName { get; init; }

    /// <summary><see cref="FilterRules"/> as JSON.</summary>
    public required string Rules { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public SavedFilterView ToView() => new(Id, Name, JsonSerializer.Deserialize<FilterRules>(Rules, WireJson.Options) ?? new FilterRules());
}

sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.Property(filter => filter.Id).ValueGeneratedNever();
        builder.Property(filter => filter.Name).HasMaxLength(SaveFilter.MaxNameLength);
        builder.Property(filter => filter.NormalizedName).HasMaxLength(SaveFilter.MaxNameLength);
        builder.Property(filter => filter.Rules).HasColumnType("jsonb");
        builder.HasIndex(filter => new { filter.OperatorId, filter.NormalizedName }).IsUnique();
        builder.HasOne<Operator>().WithMany().HasForeignKey(filter => filter.OperatorId);
    }
}
