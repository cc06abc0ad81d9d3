using SiteAccess.Contracts.Operators;

namespace SiteAccess.Contracts.Teams;

/// <summary>Operators who share conversations.</summary>
/// <param name="Id">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Who is in it, by name.</param>
public sealed record TeamView(Guid Id, string Name, IReadOnlyList<TeamMemberView> Members);

/// <summary>A member of a team.</summary>
/// <param name="Id">The operator.</param>
/// <param name="Name">Their name.</param>
public sealed record TeamMemberView(Guid Id, string Name);

/// <summary>Makes a team, or changes one.</summary>
/// <param name="Name">Its name, 1 to 100 characters; no other team has it.</param>
/// <param name="MemberIds">Who is in it, at most 200.</param>
public sealed record SaveTeam(string Name, IReadOnlyList<Guid> MemberIds);

/// <summary>A team that could have a conversation.</summary>
/// <param name="Id">The team.</param>
/// <param name="Name">Its name.</param>
/// <param name="MemberCount">Members who answer in the channel.</param>
/// <param name="AvailableCount">Those of them who are online and not busy.</param>
/// <param name="OpenCount">Open conversations of the channel that the team has.</param>
public sealed record TeamChoice(Guid Id, string Name, int MemberCount, int AvailableCount, int OpenCount);

/// <summary>To whom a conversation of a channel may be given.</summary>
/// <param name="Operators">The channel's operators, by name.</param>
/// <param name="Teams">Teams with a member in the channel, by name.</param>
public sealed record AssignChoices(IReadOnlyList<ColleagueView> Operators, IReadOnlyList<TeamChoice> Teams);
