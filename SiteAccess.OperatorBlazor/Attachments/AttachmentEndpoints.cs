using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SiteAccess.Contracts.Attachments;
using SiteAccess.Contracts.Errors;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.ServiceDefaults.Http;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.OperatorBlazor.Attachments;

/// <summary>Files for the operator's browser, by its cookie.</summary>
static class AttachmentEndpoints
{
    // Only a script of this origin can say it: a foreign page's form cannot, and its script would have to ask first.
    const string OwnScript = "X-SiteAccess-Script";

    // An address lives five minutes or more; the browser may go the same way again for this long.
    const int RememberedSeconds = 120;

    public static void AddAttachments(this WebApplicationBuilder builder) => builder.Services
        .AddHttpClient<AttachmentGate>(http =>
        {
            http.BaseAddress = InternalApiExtensions.ApiAddress;
            http.Timeout = Timeout.InfiniteTimeSpan; // a file takes as long as its sender's line
        })
        .WithoutLimits();

    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/attachments").RequireAuthorization();
        files.MapPost("", UploadAsync).WithMetadata(new DisableRequestSizeLimitAttribute()); // Api knows the channel's
        files.MapPost("/{id:guid}/discard", DiscardAsync);
        files.MapGet("/{id:guid}", (Guid id, HttpContext http, AttachmentGate gate, IConfiguration configuration) =>
            ShowAsync(id, address => address.Url, http, gate, configuration));
        files.MapGet("/{id:guid}/preview", (Guid id, HttpContext http, AttachmentGate gate, IConfiguration configuration) =>
            ShowAsync(id, address => address.PreviewUrl, http, gate, configuration));
    }

    static async Task<IResult> UploadAsync(Guid conversationId, HttpContext http, AttachmentGate gate)
    {
        if (!http.Request.Headers.ContainsKey(OwnScript)) return Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden);
        try
        {
            using var answer = await gate.UploadAsync(SignedInOperator.From(http.User)!, conversationId, http.Request, http.RequestAborted);
            var text = await answer.Content.ReadAsStringAsync(http.RequestAborted);
            return TypedResults.Text(text, answer.Content.Headers.ContentType?.ToString(), statusCode: (int)answer.StatusCode);
        }
        catch (ApiException failure)
        {
            return Refusal(failure);
        }
    }

    static async Task<IResult> DiscardAsync(Guid id, HttpContext http, AttachmentGate gate)
    {
        if (!http.Request.Headers.ContainsKey(OwnScript)) return Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden);
        try
        {
            await gate.DiscardAsync(SignedInOperator.From(http.User)!, id, http.RequestAborted);
            return TypedResults.NoContent();
        }
        catch (ApiException failure)
        {
            return Refusal(failure);
        }
    }

    static async Task<IResult> ShowAsync(Guid id, Func<AttachmentAddress, string?> choose, HttpContext http, AttachmentGate gate, IConfiguration configuration)
    {
        try
        {
            var address = await gate.FindAddressAsync(SignedInOperator.From(http.User)!, id, http.RequestAborted);
            if (address is null || choose(address) is not { } path) return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.AttachmentNotFound);
            http.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"private, max-age={RememberedSeconds}");
            return TypedResults.Redirect(PublicApi.AddressOf(configuration) + path);
        }
        catch (ApiException failure)
        {
            return Refusal(failure);
        }
    }

    static ProblemHttpResult Refusal(ApiException failure) => failure.Code == ErrorCodes.AuthSessionEnded
        ? Problem.Of(StatusCodes.Status401Unauthorized, failure.Code)
        : Problem.Of(StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerUnavailable, retryAfter: 1);
}
