using System.Net.Http.Headers;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Load.Systems;

/// <summary>The few REST calls that come before talking.</summary>
sealed class Rest(IReadOnlyList<Uri> apis) : IDisposable
{
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    int _next;

    public Task<OperatorTokens> SignInAsync(SystemFile system, CancellationToken cancellation) =>
        PostAsync<OperatorTokens>("/api/v1/auth/login", new SignIn(system.OperatorEmail!, system.OperatorPassword!), token: null, cancellation);

    public Task<VisitorSession> ArriveAsync(string channelKey, CancellationToken cancellation) =>
        PostAsync<VisitorSession>("/api/v1/widget/sessions", new StartVisitorSession(channelKey), token: null, cancellation);

    public Task<VisitorConversation> BeginAsync(string token, CancellationToken cancellation) =>
        PostAsync<VisitorConversation>("/api/v1/widget/conversations", new object(), token, cancellation);

    /// <summary>Reads a page of a visitor's history.</summary>
    /// <returns>How many messages it holds.</returns>
    public async Task<int> ReadAsync(Guid conversationId, string query, string token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(apis[0], $"/api/v1/widget/conversations/{conversationId}/messages?{query}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<MessagePage>(WireJson.Options, cancellation))!.Messages.Count;
    }

    public void Dispose() => _http.Dispose();

    async Task<T> PostAsync<T>(string path, object body, string? token, CancellationToken cancellation)
    {
        var api = apis[(int)((uint)Interlocked.Increment(ref _next) % apis.Count)];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, path)) { Content = JsonContent.Create(body, options: WireJson.Options) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request, cancellation);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<T>(WireJson.Options, cancellation))!
            : throw new IOException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellation)}");
    }
}
