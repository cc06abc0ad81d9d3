using Microsoft.AspNetCore.Mvc;
using SiteAccess.Contracts.Search;

namespace SiteAccess.Api.Search;

/// <summary>The query parameters of a search.</summary>
sealed class SearchQuery
{
    const int DefaultPageSize = 20;
    const int MaxPageSize = 50;

    /// <summary>What is searched for; the last word may be the beginning of one.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>A channel's id; all of the operator's when left out.</summary>
    [FromQuery(Name = "channel")]
    public Guid? Channel { get; init; }

    /// <summary>The previous page's nextCursor: the id of its last row.</summary>
    [FromQuery(Name = "cursor")]
    public Guid? Cursor { get; init; }

    /// <summary>Rows, 1 to 50; 20 when left out.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    public int Size => Math.Clamp(Limit ?? DefaultPageSize, 1, MaxPageSize);

    public string Words => Text?.Trim() ?? "";

    public bool IsSound => Words.Length is >= SearchRules.MinLength and <= SearchRules.MaxLength && !Words.Contains('\0', StringComparison.Ordinal);
}
