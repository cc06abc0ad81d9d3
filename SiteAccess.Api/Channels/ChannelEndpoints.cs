using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Access;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Channels;

static class ChannelEndpoints
{
    public static void MapChannels(this RouteGroupBuilder api)
    {
        api.MapGet("/channels", ListMineAsync).WithTags("Channels");
        var channel = api.MapGroup("/channels/{id:guid}").WithTags("Channels");
        channel.ForLeaders().MapPatch("/", ChangeAsync);
    }

    public static void MapInternalChannels(this RouteGroupBuilder inside) =>
        inside.MapGet("/operators/{operatorId:guid}/channels", ListAsync);

    static Task<Ok<List<ChannelSummary>>> ListMineAsync(Caller caller, SiteAccessDb db, CancellationToken aborted) =>
        ListAsync(caller.Id, db, aborted);

    static async Task<Ok<List<ChannelSummary>>> ListAsync(Guid operatorId, SiteAccessDb db, CancellationToken aborted) =>
        TypedResults.Ok(await db.ChannelsOf(operatorId)
            .AsNoTracking()
            .OrderBy(channel => channel.Name).ThenBy(channel => channel.Id)
            .Select(channel => new ChannelSummary(
                channel.Id, channel.Name, channel.AssignsAutomatically, channel.OperatorLimit, channel.Attachments, channel.ShowsDrafts))
            .ToListAsync(aborted));

    static async Task<Results<Ok<ChannelSummary>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeChannel request, Caller caller, SiteAccessDb db, ChannelDirectory directory, CancellationToken aborted)
    {
        // What visitors write before they send it is for admins to open.
        if (request.ShowsDrafts is not null && caller.Role != OperatorRoles.Admin)
            return Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden);
        if (request.OperatorLimit is < 1 or > Channel.HighestLimit)
            return RequestValidation.Invalid("operatorLimit", $"1 to {Channel.HighestLimit}.");
        if (await db.ChannelsOf(caller.Id).SingleOrDefaultAsync(mine => mine.Id == id, aborted) is not { } channel)
            return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
        channel.AssignsAutomatically = request.AssignsAutomatically ?? channel.AssignsAutomatically;
        channel.OperatorLimit = request.OperatorLimit ?? channel.OperatorLimit;
        channel.ShowsDrafts = request.ShowsDrafts ?? channel.ShowsDrafts;
        await db.SaveChangesAsync(aborted);
        directory.Forget();
        return TypedResults.Ok(new ChannelSummary(
            channel.Id, channel.Name, channel.AssignsAutomatically, channel.OperatorLimit, channel.Attachments, channel.ShowsDrafts));
    }
}
