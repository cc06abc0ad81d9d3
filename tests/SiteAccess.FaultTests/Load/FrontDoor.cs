using System.Net.Http.Headers;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Visitors;
using SiteAccess.Testing.Nodes;

namespace SiteAccess.FaultTests.Load;

/// <summary>Visitors arrive and operators sign in over REST, at whichever node of Api answers.</summary>
sealed class FrontDoor(TwoNodeSystem system) : IDisposable
{
    static readonly TimeSpan TokenIsFresh = TimeSpan.FromMinutes(3);
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    readonly SemaphoreSlim _signingIn = new(1, 1);
    (string Token, DateTime At)? _operator;

    string Origin => system.Addresses.Demo.GetLeftPart(UriPartial.Authority);

    /// <summary>A new visitor with a conversation begun.</summary>
    public async Task<(Credentials Visitor, Guid ConversationId)> ArriveAsync(CancellationToken cancellation)
    {
        var arrival = new StartVisitorSession(system.Addresses.ChannelKey, Page: new(system.Addresses.Demo.ToString(), "Demo"), Locale: "en");
        var session = await AskAsync<VisitorSession>("/api/v1/widget/sessions", arrival, null, cancellation);
        var conversation = await AskAsync<VisitorConversation>("/api/v1/widget/conversations", new { }, session.Token, cancellation);
        return (new Credentials(_ => Task.FromResult(session.Token), Origin, IsOperator: false), conversation.Id);
    }

    /// <summary>The first operator: signs in when there is no token or an old one.</summary>
    public Credentials Operator => new(OperatorTokenAsync, Origin: null, IsOperator: true);

    public void Dispose()
    {
        _http.Dispose();
        _signingIn.Dispose();
    }

    async Task<string> OperatorTokenAsync(CancellationToken cancellation)
    {
        await _signingIn.WaitAsync(cancellation);
        try
        {
            if (_operator is { } known && DateTime.UtcNow - known.At < TokenIsFresh) return known.Token;
            var who = new SignIn(system.Addresses.OperatorEmail, system.Addresses.OperatorPassword);
            var tokens = await AskAsync<OperatorTokens>("/api/v1/auth/login", who, null, cancellation);
            _operator = (tokens.AccessToken, DateTime.UtcNow);
            return tokens.AccessToken;
        }
        finally
        {
            _signingIn.Release();
        }
    }

    async Task<T> AskAsync<T>(string path, object body, string? bearer, CancellationToken cancellation)
    {
        HttpRequestException? failure = null;
        foreach (var api in system.Apis)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, path)) { Content = JsonContent.Create(body, options: WireJson.Options) };
            request.Headers.Add("Origin", Origin);
            if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            try
            {
                using var answer = await _http.SendAsync(request, cancellation);
                answer.EnsureSuccessStatusCode();
                return (await answer.Content.ReadFromJsonAsync<T>(WireJson.Options, cancellation))!;
            }
            catch (HttpRequestException refused)
            {
                failure = refused;
            }
        }

        throw failure!;
    }
}
