using System.Net;
using System.Net.Http.Headers;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Attachments;
using SiteAccess.Contracts.Errors;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Attachments;

/// <summary>
/// Passes files on between an operator's browser, which has no token, and Api. Nothing is kept here: an upload streams through, and
/// a download is shown its way to Api, by an address that is good for minutes.
/// </summary>
/// <param name="http">Leads to Api, without the time limit that other calls have.</param>
/// <param name="tokens">Access tokens by session.</param>
public sealed class AttachmentGate(HttpClient http, AccessTokens tokens)
{
    const string Files = "/api/v1/attachments";

    /// <summary>Passes an upload on; the answer is Api's, whatever it says.</summary>
    /// <exception cref="ApiException">The session has ended, or Api does not answer.</exception>
    public Task<HttpResponseMessage> UploadAsync(SignedInOperator who, Guid conversationId, HttpRequest upload, CancellationToken aborted) => AsAsync(who, async token =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Files}?conversationId={conversationId:D}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        // Api says first whether it wants the file: until then nothing of it was read, and another token may be tried.
        request.Headers.ExpectContinue = true;
        request.Content = new StreamContent(upload.Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", upload.ContentType);
        request.Content.Headers.ContentLength = upload.ContentLength;
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, aborted);
    }, aborted);

    /// <summary>Where a file is to be had; null when it is not this operator's to see.</summary>
    /// <exception cref="ApiException">The session has ended, or Api does not answer.</exception>
    public async Task<AttachmentAddress?> FindAddressAsync(SignedInOperator who, Guid id, CancellationToken aborted)
    {
        using var response = await AsAsync(who, token => PostAsync(token, $"{Files}/addresses", new AskAttachmentAddresses([id]), aborted), aborted);
        if (!response.IsSuccessStatusCode) throw new ApiException(ErrorCodes.ServerUnavailable, response.StatusCode);
        var addresses = await response.Content.ReadFromJsonAsync<AttachmentAddresses>(WireJson.Options, aborted);
        return addresses?.Items is [var address, ..] ? address : null;
    }

    /// <summary>Gives up an upload that was not sent.</summary>
    /// <exception cref="ApiException">The session has ended, or Api does not answer.</exception>
    public async Task DiscardAsync(SignedInOperator who, Guid id, CancellationToken aborted)
    {
        using var response = await AsAsync(who, token => PostAsync<object?>(token, $"{Files}/{id:D}/discard", null, aborted), aborted);
    }

    async Task<HttpResponseMessage> PostAsync<T>(string token, string path, T body, CancellationToken aborted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: WireJson.Options) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, aborted);
    }

    // A cached token may have been signed with a key that was changed since: once more with a fresh one.
    async Task<HttpResponseMessage> AsAsync(SignedInOperator who, Func<string, Task<HttpResponseMessage>> call, CancellationToken aborted)
    {
        try
        {
            var response = await call(await tokens.GetAsync(who.SessionSecret, aborted));
            if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
            response.Dispose();
            return await call(await tokens.RefreshAsync(who.SessionSecret, aborted));
        }
        catch (HttpRequestException failure)
        {
            throw new ApiException(ErrorCodes.ServerUnavailable, inner: failure);
        }
    }
}
