using SiteAccess.Contracts.Labels;

namespace SiteAccess.Api.Labels;

/// <summary>A word that operators put on conversations to find them again.</summary>
sealed class Label
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name without its case: no two labels share it.</summary>
    public required string NormalizedName { get; set; }

    public required LabelColor Color { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static string Normalize(string name) => name.Trim().ToUpperInvariant();

    public LabelView ToView() => new(Id, Name, Color);
}

/// <summary>A label on a conversation.</summary>
sealed class ConversationLabel
{
    public required Guid LabelId { get; init; }

    public required Guid ConversationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
