using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Access;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Teams;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Teams;

/// <summary>Teams: everybody sees them, admins and supervisors make them.</summary>
static class TeamEndpoints
{
    public static void MapTeams(this RouteGroupBuilder api)
    {
        api.MapGet("/teams", ListAsync).WithTags("Teams");
        var teams = api.MapGroup("/teams").WithTags("Teams").ForLeaders();
        teams.MapGet("/people", ListPeopleAsync);
        teams.MapPost("/", AddAsync).Validate<SaveTeam>().ProducesProblem(StatusCodes.Status409Conflict);
        teams.MapPut("/{id:guid}", ChangeAsync).Validate<SaveTeam>().ProducesProblem(StatusCodes.Status409Conflict);
        teams.MapDelete("/{id:guid}", RemoveAsync);
    }

    static async Task<Ok<List<TeamView>>> ListAsync(TeamDesk teams, CancellationToken aborted) => TypedResults.Ok(await teams.ListAsync(aborted));

    static async Task<Ok<List<TeamMemberView>>> ListPeopleAsync(SiteAccessDb db, CancellationToken aborted) =>
        TypedResults.Ok(await db.Operators.OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new TeamMemberView(person.Id, person.Name))
            .ToListAsync(aborted));

    static async Task<Results<Created<TeamView>, ProblemHttpResult>> AddAsync(SaveTeam request, TeamDesk teams, CancellationToken aborted) =>
        await teams.AddAsync(request, aborted) switch
        {
            ({ } team, _) => TypedResults.Created($"/api/v1/teams/{team.Id}", team),
            (_, var error) => Refusal(error),
        };

    static async Task<Results<Ok<TeamView>, ProblemHttpResult>> ChangeAsync(
        Guid id, SaveTeam request, TeamDesk teams, CancellationToken aborted) =>
        await teams.ChangeAsync(id, request, aborted) switch
        {
            ({ } team, _) => TypedResults.Ok(team),
            (_, var error) => Refusal(error),
        };

    static async Task<NoContent> RemoveAsync(Guid id, TeamDesk teams, CancellationToken aborted)
    {
        await teams.RemoveAsync(id, aborted);
        return TypedResults.NoContent();
    }

    static ProblemHttpResult Refusal(string? code) => code switch
    {
        ErrorCodes.TeamNameTaken => Problem.Of(StatusCodes.Status409Conflict, code, "Another team has this name"),
        ErrorCodes.RequestInvalid => RequestValidation.Invalid("memberIds", "No such operators."),
        _ => Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound),
    };
}
