using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.UnitTests.Api;

public class SignInTests(ApiHost host) : IClassFixture<ApiHost>
{
    readonly HttpClient _client = host.First.CreateClient();

    [Fact]
    public async Task The_first_operator_signs_in_as_configured_and_out_again()
    {
        var tokens = await ReadAsync<OperatorTokens>(await SignInAsync(ApiHost.OperatorEmail.ToUpperInvariant(), ApiHost.OperatorPassword));
        Assert.Equal(OperatorRoles.Admin, tokens.Operator.Role);
        Assert.InRange(tokens.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));

        using var me = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { { "Authorization", $"Bearer {tokens.AccessToken}" } } };
        Assert.Equal(tokens.Operator, await ReadAsync<OperatorView>(await _client.SendAsync(me)));

        var signedOut = await _client.PostAsJsonAsync("/api/v1/auth/logout", new RefreshSession(tokens.RefreshToken), WireJson.Options);
        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        var refresh = await _client.PostAsJsonAsync("/api/v1/auth/refresh", new RefreshSession(tokens.RefreshToken), WireJson.Options);
        Assert.Equal((HttpStatusCode.Unauthorized, ErrorCodes.AuthSessionEnded), await CodeAsync(refresh));
    }

    [Fact]
    public async Task Guessing_locks_an_address_whether_somebody_has_it_or_not()
    {
        var world = await World.CreateAsync(host.First);
        foreach (var email in new[] { world.Operator.Email!, "nobody@example.org" })
        {
            var guesses = new List<(HttpStatusCode, string?)>();
            for (var i = 0; i < 6; i++)
                guesses.Add(await CodeAsync(await SignInAsync(email, "wrong")));

            Assert.All(guesses.Take(5), guess => Assert.Equal((HttpStatusCode.Unauthorized, ErrorCodes.AuthInvalidCredentials), guess));
            Assert.Equal((HttpStatusCode.TooManyRequests, ErrorCodes.AuthLockedOut), guesses[5]);
        }
    }

    [Fact]
    public async Task Guesses_made_at_once_are_all_counted()
    {
        var world = await World.CreateAsync(host.First);

        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => await CodeAsync(await SignInAsync(world.Operator.Email!, "wrong"))));

        Assert.Equal(5, guesses.Count(guess => guess.Code == ErrorCodes.AuthInvalidCredentials));
        Assert.Equal(7, guesses.Count(guess => guess.Code == ErrorCodes.AuthLockedOut));
    }

    [Fact]
    public async Task A_lock_says_how_long_and_ends()
    {
        var world = await World.CreateAsync(host.First);
        for (var i = 0; i < 5; i++)
            await SignInAsync(world.Operator.Email!, "wrong");
        var problem = (await (await SignInAsync(world.Operator.Email!, "wrong")).Content.ReadFromJsonAsync<ProblemView>(WireJson.Options))!;
        Assert.InRange(problem.RetryAfter!.Value, 240, 300);

        await host.First.WithAsync<SiteAccessDb, int>(db => db.Operators
            .Where(person => person.Id == world.Operator.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.LockoutEnd, DateTimeOffset.UtcNow.AddSeconds(-1))));
        Assert.Equal(ErrorCodes.AuthInvalidCredentials, (await CodeAsync(await SignInAsync(world.Operator.Email!, "wrong"))).Code);
    }

    Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        _client.PostAsJsonAsync("/api/v1/auth/login", new SignIn(email, password), WireJson.Options);

    static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>(WireJson.Options))!;
    }

    static async Task<(HttpStatusCode Status, string? Code)> CodeAsync(HttpResponseMessage response) =>
        (response.StatusCode, (await response.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options))?.Code);
}
