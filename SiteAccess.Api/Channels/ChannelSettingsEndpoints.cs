using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Channels;

/// <summary>What admins set about their channels.</summary>
static class ChannelSettingsEndpoints
{
    public static void MapChannelSettings(this RouteGroupBuilder api) => api.MapPatch("/channels/{id:guid}", ChangeAsync)
        .WithTags("Channels")
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Results<Ok<ChannelSummary>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeChannel request, Caller caller, SiteAccessDb db, ChannelDirectory directory, CancellationToken aborted)
    {
        if (caller.Role != OperatorRoles.Admin)
            return Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden);
        if (await db.ChannelsOf(caller.Id).SingleOrDefaultAsync(channel => channel.Id == id, aborted) is not { } changed)
            return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
        changed.ShowsDrafts = request.ShowsDrafts ?? changed.ShowsDrafts;
        await db.SaveChangesAsync(aborted);
        directory.Forget();
        return TypedResults.Ok(new ChannelSummary(changed.Id, changed.Name, changed.ShowsDrafts));
    }
}
