using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Operators;
using SiteAccess.Contracts.Errors;

namespace SiteAccess.UnitTests.Api;

public class FirstOperatorTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_lost_password_is_told_of_and_can_be_reset()
    {
        var node = host.First;
        var session = await node.WithAsync<SiteAccessDb, Operator>(db => db.Operators.SingleAsync(person => person.Email == ApiHost.OperatorEmail));
        var (secret, _) = await node.WithAsync<OperatorSessions, (string, LiveSession)>(sessions => sessions.StartAppAsync(session, null, null, default));

        var warnings = await LayAsync(node, new SetupOptions { OperatorEmail = ApiHost.OperatorEmail, OperatorPassword = "another" });
        Assert.Contains("--reset-password", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.AuthInvalidCredentials, (await TryAsync(node, "another")).Error);

        await LayAsync(node, new SetupOptions { OperatorEmail = ApiHost.OperatorEmail, OperatorPassword = "another", ResetOperatorPassword = true });
        Assert.NotNull((await TryAsync(node, "another")).Operator);
        Assert.Null(await node.WithAsync<OperatorSessions, LiveSession?>(sessions => sessions.UseAppAsync(secret, default)));

        Assert.Empty(await LayAsync(node, new SetupOptions { OperatorEmail = ApiHost.OperatorEmail, OperatorPassword = "another" }));
    }

    [Fact]
    public async Task The_demo_channel_follows_its_pages_origin_and_has_the_operator()
    {
        foreach (var origin in new[] { "http://localhost:5001/", "http://localhost:5002" })
        {
            await host.First.WithAsync<SiteAccessDb, bool>(async db =>
            {
                var setup = Options.Create(new SetupOptions { OperatorEmail = ApiHost.OperatorEmail, DemoChannelKey = "demo", DemoOrigin = origin });
                await new DemoChannel(db, setup, new UpperInvariantLookupNormalizer(), TimeProvider.System).LayAsync(default);
                return true;
            });
        }

        var channel = await host.First.WithAsync<SiteAccessDb, Channel>(db => db.Channels.SingleAsync(channel => channel.Key == "demo"));
        Assert.Equal(["http://localhost:5002"], channel.AllowedOrigins);
        Assert.Equal(1, await host.First.WithAsync<SiteAccessDb, int>(db => db.ChannelMembers.CountAsync(member => member.ChannelId == channel.Id)));
    }

    static Task<SignInOutcome> TryAsync(ApiHost.Node node, string password) =>
        node.WithAsync<PasswordSignIn, SignInOutcome>(door => door.TryAsync(ApiHost.OperatorEmail, password, default));

    static async Task<List<string>> LayAsync(ApiHost.Node node, SetupOptions setup)
    {
        var log = new Warnings();
        await using var scope = node.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var seed = new FirstOperator(
            services.GetRequiredService<SiteAccessDb>(),
            services.GetRequiredService<OperatorSessions>(),
            Options.Create(setup),
            services.GetRequiredService<ILookupNormalizer>(),
            services.GetRequiredService<IPasswordHasher<Operator>>(),
            TimeProvider.System,
            log);
        await seed.LayAsync(default);
        return log.Lines;
    }

    sealed class Warnings : ILogger<FirstOperator>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Lines.Add(formatter(state, exception));
        }
    }
}
