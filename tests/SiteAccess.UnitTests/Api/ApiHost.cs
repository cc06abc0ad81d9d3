using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SiteAccess.Api.Data;

namespace SiteAccess.UnitTests.Api;

/// <summary>The Api itself, in this process, on a database of its own. Its Redis is away: events wait in the outbox.</summary>
public sealed class ApiHost(PostgresServer postgres) : IAsyncLifetime
{
    public const string OperatorEmail = "owner@example.org";
    public const string OperatorPassword = "correct horse";
    public const string TurnSecret = "north-wind";

    readonly List<Node> _nodes = [];
    string _connectionString = "";

    internal Node First => _nodes[0];

    public async ValueTask InitializeAsync()
    {
        _connectionString = await postgres.CreateDatabaseAsync();
        await StartNodeAsync();
    }

    /// <summary>One more Api on the same database.</summary>
    internal async Task<Node> StartNodeAsync()
    {
        var node = new Node(_connectionString);
        _nodes.Add(node);
        await node.WaitUntilReadyAsync();
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    internal sealed class Node(string connectionString, string redis = "127.0.0.1:1") : WebApplicationFactory<SiteAccessDb>
    {
        public Task WaitUntilReadyAsync() => Eventually.TrueAsync(
            () => Services.GetRequiredService<DatabaseReadiness>().IsReady, TestContext.Current.CancellationToken);

        /// <summary>Does something with a service of its own scope, as a request would.</summary>
        public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> work)
            where TService : notnull
        {
            await using var scope = Services.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<TService>());
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.ConfigureLogging(logging => logging.ClearProviders());
            var settings = new Dictionary<string, string>
            {
                ["ConnectionStrings:siteaccess"] = connectionString,
                ["ConnectionStrings:redis"] = redis,
                ["Tokens:SigningKey"] = "a key for tests that is long enough, and no secret",
                ["Turn:Secret"] = TurnSecret,
                ["Turn:Urls:0"] = "turn:127.0.0.1:3478?transport=udp",
                ["Turn:Urls:1"] = "stun:127.0.0.1:3478",
                ["Setup:OperatorEmail"] = OperatorEmail,
                ["Setup:OperatorPassword"] = OperatorPassword,
                ["PublicUrls:Realtime"] = "http://realtime.example/",
                ["Limits:SessionsPerAddress"] = "100000",
                ["Limits:SignInsPerAddress"] = "100000",
            };
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
        }
    }
}
