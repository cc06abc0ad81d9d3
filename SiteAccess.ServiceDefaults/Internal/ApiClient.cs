using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Polly.Timeout;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Http;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.ServiceDefaults.Internal;

/// <summary>
/// The base of typed clients of Api: JSON by <see cref="WireJson"/>, every refusal and failure an <see cref="ApiException"/>.
/// </summary>
/// <param name="http">A client whose base address is Api's.</param>
public abstract class ApiClient(HttpClient http)
{
    /// <summary>Reads something.</summary>
    /// <typeparam name="TAnswer">What is answered.</typeparam>
    /// <param name="path">Relative address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ApiException">Api refused, or could not be reached.</exception>
    protected async Task<TAnswer> GetAsync<TAnswer>(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await ReadAsync<TAnswer>(request, cancellationToken);
    }

    /// <summary>Reads something that may not be there.</summary>
    /// <typeparam name="TAnswer">What is answered.</typeparam>
    /// <param name="path">Relative address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when Api answers 404.</returns>
    /// <exception cref="ApiException">Api refused otherwise, or could not be reached.</exception>
    protected async Task<TAnswer?> FindAsync<TAnswer>(string path, CancellationToken cancellationToken)
        where TAnswer : class
    {
        try
        {
            return await GetAsync<TAnswer>(path, cancellationToken);
        }
        catch (ApiException refusal) when (refusal.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Sends something and reads the answer.</summary>
    /// <typeparam name="TBody">What is sent.</typeparam>
    /// <typeparam name="TAnswer">What is answered.</typeparam>
    /// <param name="method">POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">Relative address.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="isRepeatable">Whether sending it twice does no more than once; then it may be retried.</param>
    /// <exception cref="ApiException">Api refused, or could not be reached.</exception>
    protected async Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, CancellationToken cancellationToken, bool isRepeatable = false)
    {
        using var request = Request(method, path, body, isRepeatable);
        return await ReadAsync<TAnswer>(request, cancellationToken);
    }

    /// <summary>Sends something that has no answer.</summary>
    /// <typeparam name="TBody">What is sent.</typeparam>
    /// <param name="method">POST, PUT, PATCH or DELETE.</param>
    /// <param name="path">Relative address.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="isRepeatable">Whether sending it twice does no more than once; then it may be retried.</param>
    /// <exception cref="ApiException">Api refused, or could not be reached.</exception>
    protected async Task SendAsync<TBody>(
        HttpMethod method, string path, TBody body, CancellationToken cancellationToken, bool isRepeatable = false)
    {
        using var request = Request(method, path, body, isRepeatable);
        using var response = await SendAsync(request, cancellationToken);
    }

    /// <summary>Sends any request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, which is a success.</returns>
    /// <exception cref="ApiException">Api refused, or could not be reached.</exception>
    protected async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutRejectedException
            or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new ApiException(ErrorCodes.ServerUnavailable, inner: failure);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusalAsync(response, cancellationToken);
        }
    }

    async Task<TAnswer> ReadAsync<TAnswer>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken);
        return await response.Content.ReadFromJsonAsync<TAnswer>(WireJson.Options, cancellationToken)
            ?? throw new ApiException(ErrorCodes.ServerError, response.StatusCode);
    }

    static HttpRequestMessage Request<TBody>(HttpMethod method, string path, TBody body, bool isRepeatable)
    {
        var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, options: WireJson.Options) };
        return isRepeatable ? request.AllowRepetition() : request;
    }

    static async Task<ApiException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ProblemView? problem = null;
        try
        {
            problem = await response.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options, cancellationToken);
        }
        catch (JsonException)
        {
            // A proxy in between may answer with a page of its own; the status then says what there is to say.
        }

        return new ApiException(
            problem?.Code ?? Problem.CodeFor((int)response.StatusCode), response.StatusCode, problem?.RetryAfter, problem?.Errors);
    }
}
