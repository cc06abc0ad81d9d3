using System.Text.Json.Serialization;

namespace SiteAccess.Contracts.Operators;

/// <summary>Whether an operator takes conversations now, by their own word.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperatorState>))]
public enum OperatorState
{
    /// <summary>Here, and takes conversations.</summary>
    [JsonStringEnumMemberName("online")] Online,

    /// <summary>Here, but occupied: visitors see it when all are, and nothing is assigned by itself.</summary>
    [JsonStringEnumMemberName("busy")] Busy,

    /// <summary>Not here for visitors, though signed in.</summary>
    [JsonStringEnumMemberName("offline")] Offline,
}

/// <summary>Changes one's own settings; what is null stays.</summary>
/// <param name="State">Whether one takes conversations.</param>
public sealed record ChangeMe(OperatorState? State = null);

/// <summary>Somebody who could have a conversation.</summary>
/// <param name="Id">The operator.</param>
/// <param name="Name">Their name.</param>
/// <param name="State">Their own word while they are connected; offline for those who are not.</param>
/// <param name="OpenCount">Open conversations that they have, in all channels.</param>
public sealed record ColleagueView(Guid Id, string Name, OperatorState State, int OpenCount);
