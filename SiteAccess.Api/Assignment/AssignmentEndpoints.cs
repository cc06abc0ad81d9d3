using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Teams;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Assignment;

static class AssignmentEndpoints
{
    public static void MapAssignment(this RouteGroupBuilder api) => api
        .MapGet("/channels/{id:guid}/assign-choices", ListAsync)
        .WithTags("Conversations")
        .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Results<Ok<AssignChoices>, ProblemHttpResult>> ListAsync(
        Guid id, Caller caller, SiteAccessDb db, Colleagues colleagues, CancellationToken aborted) =>
        await db.ChannelsOf(caller.Id).AnyAsync(channel => channel.Id == id, aborted)
            ? TypedResults.Ok(await colleagues.ChoicesAsync(id, aborted))
            : Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
}
