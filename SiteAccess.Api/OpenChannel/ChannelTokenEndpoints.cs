using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Access;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Limits;
using SiteAccess.Contracts.OpenChannel;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.OpenChannel;

/// <summary>Hands out the keys to conversations' streams, the same for visitors and operators: the token says who asks.</summary>
static class ChannelTokenEndpoints
{
    public static void MapChannelTokens(this RouteGroupBuilder api) => api.MapGet("/conversations/{id:guid}/channel-token", IssueAsync)
        .WithTags("Open channel")
        .RequireRateLimiting(LimitNames.Subscribing)
        .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Results<Ok<ChannelTokenView>, ProblemHttpResult>> IssueAsync(
        Guid id, Caller caller, SiteAccessDb db, TokenMint mint, PublicUrls urls, CancellationToken aborted)
    {
        var epoch = await db.ConversationsOf(caller.Actor)
            .Where(conversation => conversation.Id == id)
            .Select(_ => db.Settings.Where(setting => setting.Name == SystemSetting.Epoch).Select(setting => setting.Value).First())
            .SingleOrDefaultAsync(aborted);
        if (epoch is null)
            return InboxEndpoints.NotYours();

        var token = mint.Channel(caller, id);
        var query = $"?session={id:D}&{OpenChannelNames.Token}={token.Value}";
        return TypedResults.Ok(new ChannelTokenView(
            token.Value,
            token.ExpiresAt,
            epoch,
            urls.RealtimeSocket + OpenChannelNames.WebSocketPath + query,
            urls.Realtime + OpenChannelNames.EventStreamPath + query));
    }
}
