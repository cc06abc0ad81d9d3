using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using SiteAccess.Testing.Links;

namespace SiteAccess.Testing.Nodes;

/// <summary>The whole system with two nodes of each service, started by its own AppHost, with data that ends with it.</summary>
public sealed class TwoNodeSystem : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);
    readonly DistributedApplication _app;
    readonly PassingVolume _volume;

    TwoNodeSystem(DistributedApplication app, PassingVolume volume, LinkSet? links, SystemFile addresses)
    {
        (_app, _volume, Links, Addresses) = (app, volume, links, addresses);
        Processes = new NodeProcesses(app);
    }

    /// <summary>What the system says of itself.</summary>
    public SystemFile Addresses { get; }

    /// <summary>The links between its parts, if it was started with links.</summary>
    public LinkSet? Links { get; }

    /// <summary>Stopping, starting and killing its parts.</summary>
    public NodeProcesses Processes { get; }

    /// <summary>The addresses of both nodes of Api.</summary>
    public IReadOnlyList<Uri> Apis => [.. TwoNodes.Apis.Select(name => _app.GetEndpoint(name, "http"))];

    /// <summary>The addresses of both nodes of Realtime: those of the links, where there are links.</summary>
    public IReadOnlyList<Uri> Realtimes => [.. TwoNodes.Realtimes.Select(AddressForClients)];

    /// <summary>Starts it.</summary>
    /// <param name="withLinks">Whether what the services say to each other, and clients to Realtime, goes through <see cref="Links"/>.</param>
    /// <param name="describe">What is different this time: settings of resources, for instance.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<TwoNodeSystem> StartAsync(bool withLinks, Action<IDistributedApplicationBuilder>? describe, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        var file = Path.Combine(Repository.Root, "artifacts", "run", $"two-nodes-{Environment.ProcessId}-{Guid.NewGuid():N}.json");
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SiteAccess_AppHost>(
            ["--Data:Ephemeral=true", $"--Run:FilePath={file}"], limit.Token);
        builder.AddSecondNodes();
        var volume = PassingVolume.AddTo(builder);
        describe?.Invoke(builder);
        var links = withLinks ? ServiceLinks.AddTo(builder) : null;
        var app = await builder.BuildAsync(limit.Token);
        ResourceLogFiles.Follow(app, Path.Combine(Repository.Root, "artifacts", "test-results", "two-nodes"));
        await app.StartAsync(limit.Token);
        return new TwoNodeSystem(app, volume, links, await SystemFile.ReadAsync(file, limit.Token));
    }

    /// <summary>The database's connection string, past all links.</summary>
    public async Task<string> DatabaseAsync(CancellationToken cancellation) =>
        (await _app.GetConnectionStringAsync("siteaccess", cancellation))!;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (Links is not null) await Links.DisposeAsync();
        _volume.Remove();
    }

    Uri AddressForClients(string node)
    {
        var address = _app.GetEndpoint(node, "http");
        if (Links is null) return address;
        var link = Links[ServiceLinks.ClientsTo(node)];
        link.Target ??= new(address.Host, address.Port);
        return new UriBuilder(address) { Host = $"{link.Address.Address}", Port = link.Address.Port }.Uri;
    }
}
