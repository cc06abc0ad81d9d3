using System.Text.Json.Serialization;
using SiteAccess.Contracts.Attachments;

namespace SiteAccess.Contracts.Channels;

/// <summary>Whether somebody would answer now.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelStatus>))]
public enum ChannelStatus
{
    /// <summary>An operator is here.</summary>
    [JsonStringEnumMemberName("available")] Available,

    /// <summary>Operators are here, all of them occupied.</summary>
    [JsonStringEnumMemberName("busy")] Busy,

    /// <summary>Nobody is here; messages are kept.</summary>
    [JsonStringEnumMemberName("offline")] Offline,
}

/// <summary>A channel as its visitors see it.</summary>
/// <param name="Id">The channel.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Whether somebody would answer now.</param>
/// <param name="Features">What the widget may offer.</param>
/// <param name="Accent">The widget's colour, <c>#RRGGBB</c>; null for the standard one.</param>
/// <param name="Attachments">What files it takes; null when it takes none.</param>
public sealed record WidgetChannel(
    Guid Id, string Name, ChannelStatus Status, ChannelFeatures Features, string? Accent = null, AttachmentLimits? Attachments = null);

/// <summary>What a channel's widget may offer.</summary>
/// <param name="Attachments">Files.</param>
/// <param name="AudioCalls">Audio calls.</param>
/// <param name="VideoCalls">Video calls.</param>
/// <param name="DraftPreview">True when operators see what is written before it is sent, else null: then nobody need be told.</param>
public sealed record ChannelFeatures(bool Attachments, bool AudioCalls, bool VideoCalls, bool? DraftPreview = null);

/// <summary>A channel in the operators' lists.</summary>
/// <param name="Id">The channel.</param>
/// <param name="Name">Its name.</param>
/// <param name="AssignsAutomatically">Whether new conversations go to an available operator by themselves.</param>
/// <param name="OperatorLimit">So many open conversations an operator gets in this way, and no more.</param>
/// <param name="Attachments">What files it takes; null when it takes none.</param>
/// <param name="ShowsDrafts">Whether operators see what a visitor writes before it is sent.</param>
public sealed record ChannelSummary(
    Guid Id,
    string Name,
    bool AssignsAutomatically = false,
    int OperatorLimit = 10,
    AttachmentLimits? Attachments = null,
    bool ShowsDrafts = false);

/// <summary>Changes a channel's settings; what is null stays.</summary>
/// <param name="AssignsAutomatically">Whether new conversations go to an available operator by themselves.</param>
/// <param name="OperatorLimit">1 to 100: so many open conversations an operator gets in this way.</param>
/// <param name="ShowsDrafts">Whether operators see what a visitor writes before it is sent; admins only.</param>
public sealed record ChangeChannel(bool? AssignsAutomatically = null, int? OperatorLimit = null, bool? ShowsDrafts = null);

/// <summary>A change of a channel's status.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Status">Whether somebody would answer now.</param>
public sealed record ChannelStatusView(Guid ChannelId, ChannelStatus Status);
