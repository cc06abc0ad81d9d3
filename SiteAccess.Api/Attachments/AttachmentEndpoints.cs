using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Limits;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Attachments;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Attachments;

/// <summary>Files, the same for visitors and operators: the token says who asks.</summary>
static class AttachmentEndpoints
{
    // What multipart/form-data puts around a file.
    const long Wrapping = 64 * 1024;

    public static void MapAttachments(this RouteGroupBuilder api)
    {
        var files = api.MapGroup("/attachments").WithTags("Attachments");
        files.MapPost("", UploadAsync)
            .RequireRateLimiting(LimitNames.Uploading)
            .Accepts<IFormFile>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        files.MapPost("/addresses", GiveAddressesAsync);
        files.MapGet("/{id:guid}", DownloadAsync).ProducesProblem(StatusCodes.Status404NotFound);
        files.MapPost("/{id:guid}/discard", DiscardAsync);
    }

    public static ProblemHttpResult NotFound() => Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.AttachmentNotFound);

    static async Task<Results<Created<AttachmentView>, ProblemHttpResult>> UploadAsync(
        Guid conversationId, Caller caller, HttpContext context, SiteAccessDb db, ChannelDirectory channels, AttachmentUploads uploads, CancellationToken aborted)
    {
        var channelId = await db.ConversationsOf(caller.Actor)
            .Where(conversation => conversation.Id == conversationId)
            .Select(conversation => (Guid?)conversation.ChannelId)
            .SingleOrDefaultAsync(aborted);
        if (channelId is null)
            return InboxEndpoints.NotYours();
        if ((await channels.FindAsync(channelId.Value, aborted))?.Attachments is not { } limits)
            return Refusal(ErrorCodes.AttachmentTypeNotAllowed);
        if (context.Request.ContentLength > limits.MaxBytes + Wrapping)
            return Refusal(ErrorCodes.AttachmentTooLarge);

        // A file is counted while it comes; this also bounds whatever else a form may hold.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = limits.MaxBytes + AttachmentStore.PieceSize + Wrapping;
        if (await UploadedForm.FindFileAsync(context.Request, aborted) is not { } form)
            return RequestValidation.Invalid("file", "One file as multipart/form-data.");
        try
        {
            var uploaded = await uploads.TakeAsync(caller.Actor, conversationId, form.Name, form.Content, limits, aborted);
            return uploaded.File is { } file
                ? TypedResults.Created($"{context.Request.Path}/{file.Id:D}", file)
                : Refusal(uploaded.Error!);
        }
        catch (IOException ending) when (UploadedForm.IsCutOff(ending))
        {
            return RequestValidation.Invalid("file", "The form ends before its file does.");
        }
    }

    static async Task<Results<Ok<AttachmentAddresses>, ProblemHttpResult>> GiveAddressesAsync(
        AskAttachmentAddresses request, Caller caller, SiteAccessDb db, AddressSigner signer, CancellationToken aborted)
    {
        if (request.Ids is not { Count: > 0 and <= AskAttachmentAddresses.MaxIds })
            return RequestValidation.Invalid("ids", $"1 to {AskAttachmentAddresses.MaxIds} ids.");
        var files = await db.AttachmentsOf(caller.Actor).AsNoTracking().Where(file => request.Ids.Contains(file.Id)).ToListAsync(aborted);
        return TypedResults.Ok(new AttachmentAddresses(files.ConvertAll(signer.Sign)));
    }

    static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        Guid id, Caller caller, HttpContext context, SiteAccessDb db, AttachmentStore store, CancellationToken aborted) =>
        await db.AttachmentsOf(caller.Actor).AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, aborted) is { } file
            ? FileAnswer.Of(file, store, context, isPreview: false, cachedFor: TimeSpan.Zero)
            : NotFound();

    /// <summary>Gives up a file that was not sent. Doing it twice is harmless.</summary>
    static async Task<NoContent> DiscardAsync(Guid id, Caller caller, SiteAccessDb db, CancellationToken aborted)
    {
        await db.WaitingOf(caller.Actor).Where(file => file.Id == id).ExecuteDeleteAsync(aborted);
        return TypedResults.NoContent();
    }

    static ProblemHttpResult Refusal(string code) => code switch
    {
        ErrorCodes.AttachmentTooLarge => Problem.Of(StatusCodes.Status413PayloadTooLarge, code, "The file is larger than the channel takes"),
        ErrorCodes.AttachmentTooMany => Problem.Of(StatusCodes.Status400BadRequest, code, "Too many files wait to be sent"),
        _ => Problem.Of(StatusCodes.Status415UnsupportedMediaType, code, "The channel does not take files of this kind"),
    };
}
