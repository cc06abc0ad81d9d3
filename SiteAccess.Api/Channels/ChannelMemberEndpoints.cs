using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Channels;

/// <summary>Who answers a channel's visitors: colleagues to call in a note.</summary>
static class ChannelMemberEndpoints
{
    public static void MapChannelMembers(this RouteGroupBuilder api) =>
        api.MapGet("/channels/{id:guid}/members", ListAsync).WithTags("Channels").ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Results<Ok<List<ChannelMemberView>>, ProblemHttpResult>> ListAsync(
        Guid id, Caller caller, SiteAccessDb db, CancellationToken aborted)
    {
        if (!await db.ChannelsOf(caller.Id).AnyAsync(channel => channel.Id == id, aborted))
            return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
        var members = db.ChannelMembers.Where(member => member.ChannelId == id).Select(member => member.OperatorId);
        return TypedResults.Ok(await db.Operators
            .Where(person => members.Contains(person.Id))
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new ChannelMemberView(person.Id, person.Name))
            .ToListAsync(aborted));
    }
}
