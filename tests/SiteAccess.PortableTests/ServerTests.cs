using Npgsql;

namespace SiteAccess.PortableTests;

/// <summary>Postgres and Redis as native processes.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task Kept_data_is_not_locked_when_the_password_is_lost()
    {
        var volume = $"portable-tests-{Environment.ProcessId}";
        try
        {
            await WithDatabaseAsync(volume, "first-password", "CREATE TABLE kept AS SELECT 7 AS number");
            var kept = await WithDatabaseAsync(volume, "other-password", "SELECT number FROM kept");

            Assert.Equal(7, kept);
        }
        finally
        {
            Directory.Delete(Path.Combine(Repository(), "artifacts", "data", volume), recursive: true);
        }
    }

    [Fact]
    public async Task A_server_without_a_volume_leaves_nothing_behind()
    {
        var version = await WithDatabaseAsync(volume: null, "any-password", "SHOW server_version_num");

        Assert.True(int.Parse((string)version!) >= 160000);
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), $"aspire-native-{Environment.ProcessId}-postgres-*"));
    }

    [Fact]
    public async Task Redis_is_healthy_when_it_takes_its_password()
    {
        var builder = Host.Builder("--Parameters:redis-password=open-sesame");
        var redis = builder.AddRedis("redis");

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("redis", Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);

        var connectionString = await redis.Resource.ConnectionStringExpression.GetValueAsync(Host.Cancellation);
        Assert.Equal($"localhost:{redis.Resource.PrimaryEndpoint.Port},password=open-sesame", connectionString);
        await app.StopAsync(Host.Cancellation);
    }

    static async Task<object?> WithDatabaseAsync(string? volume, string password, string statement)
    {
        var builder = Host.Builder($"--Parameters:postgres-password={password}");
        var server = builder.AddPostgres("postgres");
        var database = (volume is null ? server : server.WithDataVolume(volume)).AddDatabase("things");

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("things", Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        await using var connection = new NpgsqlConnection(await database.Resource.ConnectionStringExpression.GetValueAsync(Host.Cancellation));
        await connection.OpenAsync(Host.Cancellation);
        await using var command = new NpgsqlCommand(statement, connection);
        var answer = await command.ExecuteScalarAsync(Host.Cancellation);
        NpgsqlConnection.ClearAllPools();
        await app.StopAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        return answer;
    }

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Directory.Build.props")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
