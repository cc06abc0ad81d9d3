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
        var results = await intake.SendAsync(batch.Items, aborted);
        return TypedResults.Ok(new SendBatchResult([.. results.Select(Answer)]));
    }

    // The sender has the text already: what goes back is where it was put.
    static SendAnswer Answer(SendResult result) => result.Message is { } message
        ? new SendAnswer(new MessageAccepted(message.Id, message.Seq, message.CreatedAt))
        : new SendAnswer(Accepted: null, result.Error);

    static async Task<Results<Ok<MessagePage>, ProblemHttpResult>> ListAsync(
        Guid conversationId, SenderType actorKind, Guid actorId, [AsParameters] MessageRange range, MessageHistory history, CancellationToken aborted) =>
        await history.PageAsync(new Actor(actorKind, actorId), conversationId, range, aborted) is { } page
            ? TypedResults.Ok(page)
            : InboxEndpoints.NotYours();
}
