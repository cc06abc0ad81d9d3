using System.Text.Json.Serialization;

namespace SiteAccess.Contracts.Conversations;

/// <summary>How much a conversation presses, as an operator judges it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConversationPriority>))]
public enum ConversationPriority
{
    /// <summary>Nobody has said.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>Can wait.</summary>
    [JsonStringEnumMemberName("low")] Low,

    /// <summary>As most do.</summary>
    [JsonStringEnumMemberName("medium")] Medium,

    /// <summary>Before the others.</summary>
    [JsonStringEnumMemberName("high")] High,

    /// <summary>Now.</summary>
    [JsonStringEnumMemberName("urgent")] Urgent,
}
