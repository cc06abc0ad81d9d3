using SiteAccess.Contracts.Teams;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Teams;

/// <summary>Teams at Api.</summary>
/// <param name="api">Api.</param>
public sealed class TeamsClient(OperatorApi api)
{
    const string Root = "/api/v1/teams";

    /// <summary>All teams, by name.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<TeamView[]> ListAsync(CancellationToken token) => api.ReadAsync<TeamView[]>(Root, token);

    /// <summary>Everybody who could be in a team.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<TeamMemberView[]> ListPeopleAsync(CancellationToken token) => api.ReadAsync<TeamMemberView[]>($"{Root}/people", token);

    /// <summary>Makes a team, or changes the one that is named.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<TeamView> SaveAsync(Guid? id, SaveTeam team, CancellationToken token) => id is null
        ? api.WriteAsync<SaveTeam, TeamView>(HttpMethod.Post, Root, team, token)
        : api.WriteAsync<SaveTeam, TeamView>(HttpMethod.Put, $"{Root}/{id:D}", team, token);

    /// <summary>Dissolves a team.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task RemoveAsync(Guid id, CancellationToken token) => api.RemoveAsync($"{Root}/{id:D}", token);
}
