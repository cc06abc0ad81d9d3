using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>Realtime's way to the intake and the history.</summary>
static class InternalMessageEndpoints
{
    public static void MapInternalMessages(this RouteGroupBuilder inside)
    {
        inside.MapPost("/messages", SendAsync);
        inside.MapGet("/conversations/{conversationId:guid}/messages", ListAsync);
    }

    static async Task<Results<Ok<SendBatchResult>, ProblemHttpResult>> SendAsync(SendBatch batch, MessageIntake intake, CancellationToken aborted)
    {
        if (batch.Items is not { Count: > 0 and <= SendBatch.MaxItems } || batch.Items.Any(item => item is null))
            return RequestValidation.Invalid("items", $"1 to {SendBatch.MaxItems} items.");
        return TypedResults.Ok(new SendBatchResult(await intake.SendAsync(batch.Items, aborted)));
    }

    static async Task<Results<Ok<MessagePage>, ProblemHttpResult>> ListAsync(
        Guid conversationId, SenderType actorKind, Guid actorId, [AsParameters] MessageRange range, MessageHistory history, CancellationToken aborted) =>
        await history.PageAsync(new Actor(actorKind, actorId), conversationId, range, aborted) is { } page
            ? TypedResults.Ok(page)
            : InboxEndpoints.NotYours();
}
