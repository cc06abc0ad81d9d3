using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Channels;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Channels;

static class ChannelEndpoints
{
    public static void MapChannels(this RouteGroupBuilder api) => api.MapGet("/channels", ListMineAsync).WithTags("Channels");

    public static void MapInternalChannels(this RouteGroupBuilder inside) =>
        inside.MapGet("/operators/{operatorId:guid}/channels", ListAsync);

    static Task<Ok<List<ChannelSummary>>> ListMineAsync(Caller caller, SiteAccessDb db, CancellationToken aborted) =>
        ListAsync(caller.Id, db, aborted);

    static async Task<Ok<List<ChannelSummary>>> ListAsync(Guid operatorId, SiteAccessDb db, CancellationToken aborted) =>
        TypedResults.Ok(await db.ChannelsOf(operatorId)
            .OrderBy(channel => channel.Name).ThenBy(channel => channel.Id)
            .Select(channel => new ChannelSummary(channel.Id, channel.Name, channel.ShowsDrafts))
            .ToListAsync(aborted));
}
