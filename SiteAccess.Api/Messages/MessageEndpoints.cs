using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Limits;
using SiteAccess.Api.Validation;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Messages;

/// <summary>Messages of a conversation, the same for visitors and operators: the token says who asks.</summary>
static class MessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder api)
    {
        var conversation = api.MapGroup("/conversations/{conversationId:guid}").WithTags("Messages").ProducesProblem(StatusCodes.Status404NotFound);
        conversation.MapGet("/messages", ListAsync);
        conversation.MapPost("/messages", SendAsync).Validate<SendMessage>().RequireRateLimiting(LimitNames.Talking).ProducesProblem(StatusCodes.Status409Conflict);
        conversation.MapPost("/read", ReadAsync);
        conversation.MapMessageChanges();
    }

    static async Task<Results<Ok<MessagePage>, ProblemHttpResult>> ListAsync(
        Guid conversationId, [AsParameters] MessageRange range, Caller caller, MessageHistory history, CancellationToken aborted)
    {
        if (range is { After: not null, Before: not null })
            return RequestValidation.Invalid("before", "Goes without after.");
        return await history.PageAsync(caller.Actor, conversationId, range, aborted) is { } page
            ? TypedResults.Ok(page)
            : InboxEndpoints.NotYours();
    }

    static async Task<Results<Created<MessageView>, Ok<MessageView>, ProblemHttpResult>> SendAsync(
        Guid conversationId, SendMessage request, Caller caller, MessageIntake intake, HttpContext context, CancellationToken aborted)
    {
        var item = new SendItem(
            caller.Actor, conversationId, request.ClientMessageId, request.Body, request.AttachmentIds, SiteAccessTelemetry.CurrentTraceParent,
            request.Kind, request.MentionIds, request.ReplyToSeq);
        var arrived = Stopwatch.GetTimestamp();
        var results = await intake.SendAsync([item], aborted);
        MessageMetrics.NoteSend(Stopwatch.GetElapsedTime(arrived), "rest");
        return results[0] switch
        {
            { Message: { } message, IsRepeat: true } => TypedResults.Ok(message),
            { Message: { } message } => TypedResults.Created($"{context.Request.Path}?after={message.Seq - 1}&limit=1", message),
            var refused => Refusal(refused.Error),
        };
    }

    static async Task<Results<NoContent, ProblemHttpResult>> ReadAsync(
        Guid conversationId, MarkRead request, Caller caller, ReadPositions positions, CancellationToken aborted) =>
        await positions.ReportAsync(caller.Actor, conversationId, null, request.LastSeq, aborted)
            ? TypedResults.NoContent()
            : InboxEndpoints.NotYours();

    /// <summary>A send or a change that was refused, in words.</summary>
    public static ProblemHttpResult Refusal(string? code) => code switch
    {
        ErrorCodes.ConversationNotFound => InboxEndpoints.NotYours(),
        ErrorCodes.VisitorBlocked => VisitorGuard.Blocked(),
        ErrorCodes.MessageConflict => Problem.Of(409, code, "This clientMessageId belongs to another message"),
        ErrorCodes.MessageInvalid => Problem.Of(400, code, $"The text has to have 1 to {MessageRules.MaxBodyLength} characters"),
        ErrorCodes.AttachmentNotFound => Problem.Of(404, code, "No such file, it is not yours, or another message has it"),
        ErrorCodes.AttachmentTooMany => Problem.Of(400, code, "More files than a message takes"),
        ErrorCodes.MessageNoteRefused => Problem.Of(403, code, "Private notes are for operators"),
        ErrorCodes.MessageReplyUnknown => Problem.Of(409, code, "There is no such message to answer"),
        ErrorCodes.MessageLocked => Problem.Of(409, code, "This message cannot be changed, or not any more"),
        ErrorCodes.MessageNotFound => Problem.Of(404, code, "There is no such message in this conversation"),
        ErrorCodes.RequestInvalid => RequestValidation.Invalid("message", "Each file once, and no such kind or mentions."),
        _ => Problem.Of(500, ErrorCodes.ServerError),
    };
}
