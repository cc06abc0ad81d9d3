using System.Text.Json.Serialization;

namespace SiteAccess.Contracts.Labels;

/// <summary>The colours of labels: words, so that each theme shows them in its own shade, with enough contrast.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabelColor>))]
public enum LabelColor
{
    /// <summary>Grey.</summary>
    [JsonStringEnumMemberName("grey")] Grey,

    /// <summary>Red.</summary>
    [JsonStringEnumMemberName("red")] Red,

    /// <summary>Orange.</summary>
    [JsonStringEnumMemberName("orange")] Orange,

    /// <summary>Yellow.</summary>
    [JsonStringEnumMemberName("yellow")] Yellow,

    /// <summary>Green.</summary>
    [JsonStringEnumMemberName("green")] Green,

    /// <summary>Teal.</summary>
    [JsonStringEnumMemberName("teal")] Teal,

    /// <summary>Blue.</summary>
    [JsonStringEnumMemberName("blue")] Blue,

    /// <summary>Violet.</summary>
    [JsonStringEnumMemberName("violet")] Violet,
}

/// <summary>A label: one set for the whole installation.</summary>
/// <param name="Id">The label.</param>
/// <param name="Name">Its name; no two differ in case alone.</param>
/// <param name="Color">Its colour.</param>
public sealed record LabelView(Guid Id, string Name, LabelColor Color);

/// <summary>Makes a label, or changes one.</summary>
/// <param name="Name">Its name, 1 to <see cref="LabelRules.MaxNameLength"/> characters.</param>
/// <param name="Color">Its colour.</param>
public sealed record SaveLabel(string Name, LabelColor Color);

/// <summary>What labels may be.</summary>
public static class LabelRules
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>The most labels of an installation.</summary>
    public const int MaxLabels = 200;
}
