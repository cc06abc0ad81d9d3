using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SiteAccess.Api.Attachments;

/// <summary>The file of a form (RFC 7578), as a stream that has not been read yet.</summary>
/// <param name="Name">What its sender calls it.</param>
/// <param name="Content">Its bytes.</param>
sealed record UploadedForm(string? Name, Stream Content)
{
    const int LongestBoundary = 70; // RFC 2046, 5.1.1
    const int MostFields = 8;

    /// <summary>Finds the first file of the form; null when there is none.</summary>
    public static async Task<UploadedForm?> FindFileAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return null;
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            for (var field = 0; field < MostFields && await reader.ReadNextSectionAsync(cancellation) is { } section; field++)
            {
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                    return new UploadedForm(NameOf(disposition), section.Body);
            }
        }
        catch (InvalidDataException)
        {
            // Headers without an end: no form.
        }
        catch (IOException ending) when (IsCutOff(ending))
        {
            // It ends before its first field does: no form.
        }

        return null;
    }

    /// <summary>Whether the form ended early, though its connection stands.</summary>
    public static bool IsCutOff(IOException ending) => ending is not ConnectionResetException and not BadHttpRequestException;

    static string NameOf(ContentDispositionHeaderValue disposition) =>
        (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();
}
