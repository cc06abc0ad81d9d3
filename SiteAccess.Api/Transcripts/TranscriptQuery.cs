using Microsoft.AspNetCore.Mvc;

namespace SiteAccess.Api.Transcripts;

/// <summary>How a transcript is wanted.</summary>
sealed class TranscriptQuery
{
    /// <summary>Whether private notes are in it; they are left out unless asked for.</summary>
    [FromQuery(Name = "notes")]
    public bool? Notes { get; init; }

    /// <summary>Language of the few words around the messages: "en" (when left out) or "ru".</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    /// <summary>IANA time zone of the times; UTC when left out.</summary>
    [FromQuery(Name = "zone")]
    public string? Zone { get; init; }

    public bool TryReadZone(out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        return string.IsNullOrEmpty(Zone) || TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out zone!);
    }
}
