using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.SystemTests;

/// <summary>The people of the tests: each through the public door.</summary>
static class People
{
    /// <summary>A new visitor on the demo page.</summary>
    public static async Task<VisitorSession> ArriveAsync(this RunningSystem system, CancellationToken cancellation, string? visitorKey = null)
    {
        using var api = system.Api(origin: system.DemoOrigin);
        var request = new StartVisitorSession(system.Addresses.ChannelKey, visitorKey, Page: new(system.Addresses.Demo.ToString(), "Demo"), Locale: "en", TimeZone: "Europe/Berlin");
        return await api.AskAsync<VisitorSession>(HttpMethod.Post, "/api/v1/widget/sessions", request, cancellation);
    }

    /// <summary>The first operator, signed in.</summary>
    public static async Task<OperatorTokens> SignInAsync(this RunningSystem system, CancellationToken cancellation)
    {
        using var api = system.Api();
        return await api.AskAsync<OperatorTokens>(HttpMethod.Post, "/api/v1/auth/login", new SignIn(system.Addresses.OperatorEmail, system.Addresses.OperatorPassword), cancellation);
    }

    /// <summary>The visitor's conversation, begun.</summary>
    public static Task<VisitorConversation> BeginAsync(this HttpClient api, CancellationToken cancellation) =>
        api.AskAsync<VisitorConversation>(HttpMethod.Post, "/api/v1/widget/conversations", new { }, cancellation);

    /// <summary>Says something as a visitor.</summary>
    public static Task<MessageView> SayAsync(this HttpClient api, Guid conversationId, string body, CancellationToken cancellation, Guid? id = null) =>
        api.AskAsync<MessageView>(HttpMethod.Post, $"/api/v1/widget/conversations/{conversationId}/messages", new SendMessage(id ?? Guid.NewGuid(), body), cancellation);

    /// <summary>Asks and reads the answer; anything but success fails the test with what was answered.</summary>
    public static async Task<T> AskAsync<T>(this HttpClient api, HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: WireJson.Options) };
        using var response = await api.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return System.Text.Json.JsonSerializer.Deserialize<T>(text, WireJson.Options)!;
    }
}
