using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SiteAccess.Contracts.Errors;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.ApiAccess;

/// <summary>Api's operator REST, spoken as the operator of this circuit, whose own HTTP client this holds.</summary>
/// <param name="http">Leads to Api.</param>
/// <param name="tokens">Access tokens by session.</param>
/// <param name="current">Who is signed in.</param>
/// <param name="reach">Hears how each request went.</param>
public sealed class OperatorApi(HttpClient http, AccessTokens tokens, CurrentOperator current, ApiReach reach) : ApiClient(http)
{
    readonly HttpClient _http = http;

    /// <summary>Gets what is at a path.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<T> ReadAsync<T>(string path, CancellationToken token) =>
        AsOperatorAsync(() => GetAsync<T>(path, token), token);

    /// <summary>Gets the text at a path.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<string> ReadTextAsync(string path, CancellationToken token) => AsOperatorAsync(
        async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            using var response = await SendAsync(request, token);
            return await response.Content.ReadAsStringAsync(token);
        },
        token);

    /// <summary>Posts or changes something and reads the answer. Everything that the app sends may be repeated.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<T> WriteAsync<TBody, T>(HttpMethod method, string path, TBody body, CancellationToken token) =>
        AsOperatorAsync(() => SendAsync<TBody, T>(method, path, body, token, isRepeatable: true), token);

    /// <summary>Posts something that has no answer.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task TellAsync<TBody>(string path, TBody body, CancellationToken token) => TellAsync(HttpMethod.Post, path, body, token);

    /// <summary>Posts or changes something that has no answer.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task TellAsync<TBody>(HttpMethod method, string path, TBody body, CancellationToken token) => AsOperatorAsync(
        async () =>
        {
            await SendAsync(method, path, body, token, isRepeatable: true);
            return true;
        },
        token);

    /// <summary>Takes something away that is at a path; what is not there is away already.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task RemoveAsync(string path, CancellationToken token) => AsOperatorAsync(
        async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, path);
            using var response = await SendAsync(request, token);
            return true;
        },
        token);

    async Task<T> AsOperatorAsync<T>(Func<Task<T>> call, CancellationToken token)
    {
        try
        {
            var answer = await WholeAsync(() => WithTokenAsync(call, token), token);
            reach.Note(isAway: false);
            return answer;
        }
        catch (ApiException failure)
        {
            reach.Note(failure.IsAway());
            if (failure.EndsSession()) reach.NoteSessionEnded();
            throw;
        }
    }

    // An answer may break off in the middle, when Api is stopped while it speaks.
    static async Task<T> WholeAsync<T>(Func<Task<T>> call, CancellationToken token)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException
            || (failure is OperationCanceledException && !token.IsCancellationRequested))
        {
            throw new ApiException(ErrorCodes.ServerUnavailable, inner: failure);
        }
    }

    async Task<T> WithTokenAsync<T>(Func<Task<T>> call, CancellationToken token)
    {
        var secret = (await current.GetAsync()).SessionSecret;
        Use(await tokens.GetAsync(secret, token));
        try
        {
            return await call();
        }
        catch (ApiException failure) when (failure.Status == HttpStatusCode.Unauthorized && !failure.EndsSession())
        {
            // The signing key may have been changed under a cached token: once more with a fresh one.
            Use(await tokens.RefreshAsync(secret, token));
            return await call();
        }
    }

    void Use(string accessToken) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
}
