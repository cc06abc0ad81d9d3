using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Attachments;

/// <summary>Files under signed addresses: the address is all that a browser shows.</summary>
static class AttachmentFileEndpoints
{
    public static void MapAttachmentFiles(this WebApplication app)
    {
        var file = app.MapGroup(AddressSigner.Route + "/{id:guid}").ExcludeFromDescription();
        file.MapGet("", DownloadAsync);
        file.MapGet("/preview", PreviewAsync);
    }

    static Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        Guid id, long until, string signature, [AsParameters] FileServices files, HttpContext context) =>
        AnswerAsync(id, until, signature, isPreview: false, files, context);

    static Task<Results<FileStreamHttpResult, ProblemHttpResult>> PreviewAsync(
        Guid id, long until, string signature, [AsParameters] FileServices files, HttpContext context) =>
        AnswerAsync(id, until, signature, isPreview: true, files, context);

    static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> AnswerAsync(
        Guid id, long until, string signature, bool isPreview, FileServices files, HttpContext context)
    {
        if (!files.Signer.IsGood(id, until, isPreview, signature))
            return Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden, "The address is not good, or not any more");
        var file = await files.Db.Attachments.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.IsWhole, context.RequestAborted);
        if (file is null || (isPreview && file.Width is null))
            return AttachmentEndpoints.NotFound();
        return FileAnswer.Of(file, files.Store, context, isPreview, DateTimeOffset.FromUnixTimeSeconds(until) - files.Clock.GetUtcNow());
    }
}

/// <summary>What serving a file needs.</summary>
/// <param name="Signer">Proves addresses.</param>
/// <param name="Store">Has the bytes.</param>
/// <param name="Db">Knows the file.</param>
/// <param name="Clock">The time.</param>
sealed record FileServices(
    [FromServices] AddressSigner Signer, [FromServices] AttachmentStore Store, [FromServices] SiteAccessDb Db, [FromServices] TimeProvider Clock);
