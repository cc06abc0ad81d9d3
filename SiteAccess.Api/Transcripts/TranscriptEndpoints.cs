using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Messages;
using SiteAccess.Api.Validation;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Transcripts;

/// <summary>A conversation to take away, for operators.</summary>
static class TranscriptEndpoints
{
    public static void MapTranscripts(this RouteGroupBuilder api) => api.MapGet("/conversations/{id:guid}/transcript", DownloadAsync)
        .WithTags("Transcripts")
        .Produces<string>(contentType: "text/plain")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        Guid id, [AsParameters] TranscriptQuery query, Caller caller, SiteAccessDb db, MessageHistory history, CancellationToken aborted)
    {
        if (!query.TryReadZone(out var zone))
            return RequestValidation.Invalid("zone", "No IANA time zone.");
        var mine = db.ConversationsOf(caller.Actor).Where(conversation => conversation.Id == id);
        if (await db.InboxRows(mine).SingleOrDefaultAsync(aborted) is not { } row)
            return InboxEndpoints.NotYours();
        var writer = new TranscriptWriter(history, query, zone);
        return TypedResults.Stream(
            stream => writer.WriteAsync(stream, caller.Actor, row, aborted), "text/plain; charset=utf-8", $"conversation-{id:D}.txt");
    }
}
