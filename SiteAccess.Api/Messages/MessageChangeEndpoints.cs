using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Limits;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Messages;

/// <summary>Editing and deleting one's own messages, the same for visitors and operators. Repeating either is harmless.</summary>
static class MessageChangeEndpoints
{
    public static void MapMessageChanges(this RouteGroupBuilder conversation)
    {
        var message = conversation.MapGroup("/messages/{messageId:guid}")
            .RequireRateLimiting(LimitNames.Talking)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        message.MapPatch("/", EditAsync).ProducesProblem(StatusCodes.Status400BadRequest);
        message.MapDelete("/", DeleteAsync);
    }

    static async Task<Results<Ok<MessageView>, ProblemHttpResult>> EditAsync(
        Guid conversationId, Guid messageId, EditMessage request, Caller caller, MessageEditor editor, CancellationToken aborted)
    {
        if (SendRules.FindTextFault(request.Body) is { } fault)
            return MessageEndpoints.Refusal(fault);
        if (request.MentionIds is { Count: > MessageRules.MaxMentions })
            return MessageEndpoints.Refusal(ErrorCodes.RequestInvalid);
        return Answer(await editor.EditAsync(caller.Actor, conversationId, messageId, request, aborted));
    }

    static async Task<Results<Ok<MessageView>, ProblemHttpResult>> DeleteAsync(
        Guid conversationId, Guid messageId, Caller caller, MessageEditor editor, CancellationToken aborted) =>
        Answer(await editor.DeleteAsync(caller.Actor, conversationId, messageId, aborted));

    static Results<Ok<MessageView>, ProblemHttpResult> Answer((MessageView? Message, string? Error) outcome) =>
        outcome.Message is { } changed ? TypedResults.Ok(changed) : MessageEndpoints.Refusal(outcome.Error);
}
