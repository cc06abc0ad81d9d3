using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SiteAccess.BenchHost;

/// <summary>The parts that are measured.</summary>
sealed record Measured(
    IResourceBuilder<ProjectResource>[] Apis,
    IResourceBuilder<ProjectResource>[] Realtimes,
    IResourceBuilder<PostgresServerResource> Postgres,
    IResourceBuilder<RedisResource> Redis);

/// <summary>Writes what the load generator has to know, once everything is ready, to the file that <c>Run:FilePath</c> names.</summary>
sealed class BenchFile(Measured parts, IConfiguration configuration, ResourceNotificationService notifications) : BackgroundService
{
    const string ProcessId = "executable.pid";
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IResource[] all = [.. parts.Apis.Select(api => api.Resource), .. parts.Realtimes.Select(realtime => realtime.Resource), parts.Postgres.Resource, parts.Redis.Resource];
        var ready = await Task.WhenAll(all.Select(resource => notifications.WaitForResourceHealthyAsync(resource.Name, WaitBehavior.StopOnResourceUnavailable, stoppingToken)));
        var (apis, realtimes) = (UrlsOf(parts.Apis), UrlsOf(parts.Realtimes));
        var postgres = await parts.Postgres.Resource.ConnectionStringExpression.GetValueAsync(stoppingToken) ?? "";
        var redis = await parts.Redis.Resource.ConnectionStringExpression.GetValueAsync(stoppingToken) ?? "";
        var system = new
        {
            Apis = apis,
            Realtimes = realtimes,
            Nodes.OperatorEmail,
            Nodes.OperatorPassword,
            Nodes.ChannelKey,
            Postgres = postgres,
            PostgresUrl = PostgresUrl(postgres),
            RedisUrl = RedisUrl(redis),
            Processes = ready.Where(IsProcess).ToDictionary(resource => resource.Resource.Name, ProcessOf),
        };
        var path = configuration["Run:FilePath"] ?? throw new InvalidOperationException("Say --Run:FilePath=FILE");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.WriteAllTextAsync($"{path}.draft", JsonSerializer.Serialize(system, Format), stoppingToken);
        File.Move($"{path}.draft", path, overwrite: true);
    }

    static string PostgresUrl(string connection)
    {
        var server = new DbConnectionStringBuilder { ConnectionString = connection };
        return $"postgresql://{server["Username"]}:{Uri.EscapeDataString((string)server["Password"])}@{server["Host"]}:{server["Port"]}/postgres";
    }

    // host:port,password=…
    static string RedisUrl(string connection)
    {
        var parts = connection.Split(',', 2);
        return $"redis://:{Uri.EscapeDataString(parts[1]["password=".Length..])}@{parts[0]}";
    }

    static string[] UrlsOf(IResourceBuilder<ProjectResource>[] services) => [.. services.Select(service => service.GetEndpoint("http").Url)];

    static bool IsProcess(ResourceEvent resource) => resource.Snapshot.Properties.Any(property => property.Name == ProcessId);

    static int ProcessOf(ResourceEvent resource) => Convert.ToInt32(
        resource.Snapshot.Properties.First(property => property.Name == ProcessId).Value, CultureInfo.InvariantCulture);
}
