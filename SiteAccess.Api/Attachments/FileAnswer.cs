using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SiteAccess.Api.Attachments;

/// <summary>
/// Answers with a file in the way that can do no harm: as a download, whose kind the browser may not guess again, and which could run
/// no script even if it were opened.
/// </summary>
static class FileAnswer
{
    public static FileStreamHttpResult Of(Attachment file, AttachmentStore store, HttpContext context, bool isPreview, TimeSpan cachedFor)
    {
        var headers = context.Response.Headers;
        var disposition = new ContentDispositionHeaderValue(isPreview ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"; // pictures stand on the channel's pages, whose origin is another
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = cachedFor > TimeSpan.Zero ? $"private, max-age={(int)cachedFor.TotalSeconds}, immutable" : "no-store";
        return TypedResults.Stream(
            store.Open(file.Id, file.Size),
            file.ContentType == MediaTypes.Text ? "text/plain; charset=utf-8" : file.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{file.Id:N}\""),
            enableRangeProcessing: true);
    }
}
