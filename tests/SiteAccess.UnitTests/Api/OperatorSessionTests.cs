using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Operators;

namespace SiteAccess.UnitTests.Api;

public class OperatorSessionTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_refresh_token_is_good_once_and_brings_the_next()
    {
        var world = await World.CreateAsync(host.First);
        var first = await StartAsync(world);

        var second = (await RefreshAsync(first))!.Value;
        var third = (await RefreshAsync(second.RefreshToken))!.Value;

        Assert.Equal(world.Operator.Id, third.Session.Owner.Id);
        Assert.Equal(second.Session.Id, third.Session.Id);
        Assert.Equal(3, new[] { first, second.RefreshToken, third.RefreshToken }.Distinct().Count());
    }

    [Fact]
    public async Task A_used_refresh_token_ends_the_session()
    {
        var first = await StartAsync(await World.CreateAsync(host.First));
        var second = (await RefreshAsync(first))!.Value.RefreshToken;
        var third = (await RefreshAsync(second))!.Value.RefreshToken;

        // Not only the last one, any that was ever used.
        Assert.Null(await RefreshAsync(first));
        Assert.Null(await RefreshAsync(third));
    }

    [Fact]
    public async Task Of_two_refreshes_at_once_one_wins_and_the_session_ends()
    {
        var first = await StartAsync(await World.CreateAsync(host.First));

        var both = await Task.WhenAll(RefreshAsync(first), RefreshAsync(first));

        var winner = Assert.Single(both, result => result is not null);
        Assert.Null(await RefreshAsync(winner!.Value.RefreshToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    public async Task What_is_no_token_refreshes_nothing(string token) => Assert.Null(await RefreshAsync(token));

    [Fact]
    public async Task An_app_session_is_found_by_its_secret_until_it_is_ended()
    {
        var world = await World.CreateAsync(host.First);
        var (secret, _) = await With(sessions => sessions.StartAppAsync(world.Operator, "agent", "::1", default));

        Assert.Equal(world.Operator.Id, (await With(sessions => sessions.UseAppAsync(secret, default)))!.Owner.Id);
        Assert.Null(await RefreshAsync(secret + ".x"));

        var (other, _) = await With(sessions => sessions.StartAppAsync(world.Operator, null, null, default));
        Assert.True(await With(sessions => sessions.EndAsync(other, default)));
        Assert.Null(await With(sessions => sessions.UseAppAsync(other, default)));
        Assert.False(await With(sessions => sessions.EndAsync(other, default)));
    }

    [Fact]
    public async Task An_app_session_slides_with_use_and_expires_without()
    {
        var world = await World.CreateAsync(host.First);
        var (secret, session) = await With(sessions => sessions.StartAppAsync(world.Operator, null, null, default));

        await AgeAsync(session.Id, TimeSpan.FromDays(29));
        var used = await With(sessions => sessions.UseAppAsync(secret, default));
        Assert.True(used!.ExpiresAt > DateTimeOffset.UtcNow.AddDays(29));

        await AgeAsync(session.Id, TimeSpan.FromDays(31));
        Assert.Null(await With(sessions => sessions.UseAppAsync(secret, default)));
    }

    [Fact]
    public async Task No_secret_is_stored()
    {
        var world = await World.CreateAsync(host.First);
        var token = await StartAsync(world);
        var row = await host.First.WithAsync<SiteAccessDb, OperatorSession>(
            db => db.OperatorSessions.SingleAsync(session => session.OperatorId == world.Operator.Id));

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token.Split('.')[0])), row.SecretHash);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token.Split('.')[1])), row.RotationHash);
    }

    Task<T> With<T>(Func<OperatorSessions, Task<T>> work) => host.First.WithAsync(work);

    async Task<string> StartAsync(World world) => (await With(sessions => sessions.StartClientAsync(world.Operator, null, null, default))).RefreshToken;

    Task<(string RefreshToken, LiveSession Session)?> RefreshAsync(string token) => With(sessions => sessions.RefreshAsync(token, default));

    Task AgeAsync(Guid sessionId, TimeSpan age) => host.First.WithAsync<SiteAccessDb, int>(db => db.OperatorSessions
        .Where(session => session.Id == sessionId)
        .ExecuteUpdateAsync(set => set.SetProperty(session => session.ExpiresAt, DateTimeOffset.UtcNow - age + OperatorSessions.Life)));
}
