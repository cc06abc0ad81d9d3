using SiteAccess.Contracts.CannedResponses;

namespace SiteAccess.OperatorBlazor.CannedResponses;

/// <summary>A response as it is being written.</summary>
public sealed record CannedForm
{
    /// <summary>Which one is changed; null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>Its shortcut.</summary>
    public string Shortcut { get; set; } = "";

    /// <summary>Its text.</summary>
    public string Body { get; set; } = "";

    /// <summary>Its channel; empty for all.</summary>
    public string Channel { get; set; } = "";

    /// <summary>A response to be changed.</summary>
    public static CannedForm Of(CannedResponseView response) => new()
    {
        Id = response.Id, Shortcut = response.Shortcut, Body = response.Body, Channel = response.ChannelId?.ToString() ?? "",
    };

    /// <summary>What Api is asked.</summary>
    public SaveCannedResponse ToRequest() =>
        new(Shortcut.Trim().TrimStart('/'), Body.Trim(), Guid.TryParse(Channel, out var channel) ? channel : null);
}
