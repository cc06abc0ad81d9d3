using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SiteAccess.Api.Operators;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.UnitTests.Api;

public class RevocationTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_token_is_good_for_nothing_as_soon_as_its_session_has_ended()
    {
        using var client = host.First.CreateClient();
        var (one, other) = (await SignInAsync(client), await SignInAsync(client));
        Assert.Equal(HttpStatusCode.OK, (await GetMeAsync(client, one)).StatusCode);

        await client.PostAsJsonAsync("/api/v1/auth/logout", new RefreshSession(one.RefreshToken), WireJson.Options);

        var refusal = await GetMeAsync(client, one);
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
        Assert.Equal(ErrorCodes.AuthSessionEnded, (await refusal.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options))!.Code);
        Assert.Equal(HttpStatusCode.OK, (await GetMeAsync(client, other)).StatusCode);
    }

    [Fact]
    public async Task A_refresh_token_used_twice_ends_the_access_too()
    {
        using var client = host.First.CreateClient();
        var tokens = await SignInAsync(client);
        await client.PostAsJsonAsync("/api/v1/auth/refresh", new RefreshSession(tokens.RefreshToken), WireJson.Options);
        await client.PostAsJsonAsync("/api/v1/auth/refresh", new RefreshSession(tokens.RefreshToken), WireJson.Options);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetMeAsync(client, tokens)).StatusCode);
    }

    [Fact]
    public async Task Of_some_sessions_those_that_are_over_are_named()
    {
        var world = await World.CreateAsync(host.First);
        var (_, live) = await With(sessions => sessions.StartAppAsync(world.Operator, null, null, default));
        var (secret, ended) = await With(sessions => sessions.StartAppAsync(world.Operator, null, null, default));
        await With(sessions => sessions.EndAsync(secret, default));
        var unknown = Guid.NewGuid();

        var answer = await world.ServiceClient().PostAsJsonAsync(
            "/internal/operator-sessions/ended", new SessionIds([live.Id, ended.Id, unknown]), WireJson.Options);

        Assert.Equal([ended.Id, unknown], (await answer.Content.ReadFromJsonAsync<SessionIds>(WireJson.Options))!.Ids);
        Assert.Equal(1, await With(sessions => sessions.EndAllOfAsync(world.Operator.Id, default)));
    }

    Task<T> With<T>(Func<OperatorSessions, Task<T>> work) => host.First.WithAsync(work);

    static async Task<OperatorTokens> SignInAsync(HttpClient client)
    {
        var answer = await client.PostAsJsonAsync(
            "/api/v1/auth/login", new SignIn(ApiHost.OperatorEmail, ApiHost.OperatorPassword), WireJson.Options);
        return (await answer.Content.ReadFromJsonAsync<OperatorTokens>(WireJson.Options))!;
    }

    static async Task<HttpResponseMessage> GetMeAsync(HttpClient client, OperatorTokens tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        return await client.SendAsync(request);
    }
}
