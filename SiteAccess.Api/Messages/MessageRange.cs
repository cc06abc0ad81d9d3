using Microsoft.AspNetCore.Mvc;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>Which run of messages: after a position, before one, or (neither) the newest.</summary>
sealed class MessageRange
{
    /// <summary>Messages after this position, rising.</summary>
    [FromQuery(Name = "after")]
    public long? After { get; init; }

    /// <summary>Messages before this position, the nearest ones.</summary>
    [FromQuery(Name = "before")]
    public long? Before { get; init; }

    /// <summary>With after: the revision of the last page, to learn of messages that were edited or deleted since.</summary>
    [FromQuery(Name = "revision")]
    public long? Revision { get; init; }

    /// <summary>Messages, 1 to 200; 50 when left out.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    public int Size => Math.Clamp(Limit ?? MessageRules.DefaultPageSize, 1, MessageRules.MaxPageSize);
}
