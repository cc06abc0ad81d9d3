using System.Net.Sockets;

namespace SiteAccess.PortableTests;

/// <summary>Resources are started with the variables and arguments that the real host would give them.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task Values_that_are_known_late_reach_the_process()
    {
        var builder = Host.Builder();
        var word = builder.AddParameter("word", "with {braces}");
        var server = builder.AddScript("server", "sleep 60").WithHttpEndpoint();
        builder.AddScript("reader", "env | grep -E '^(PLAIN|WORD|URL|MIXED|SERVER_|services_)'; echo \"argument $0\"")
            .WithEnvironment("PLAIN", "text")
            .WithEnvironment("WORD", word)
            .WithEnvironment("URL", server.GetEndpoint("http"))
            .WithEnvironment("MIXED", $"<{word}>{server.GetEndpoint("http").Property(EndpointProperty.Port)}")
            .WithReference(server.GetEndpoint("http"))
            .WithArgs(server.GetEndpoint("http").Property(EndpointProperty.HostAndPort));

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        await app.ResourceNotifications.WaitForResourceAsync("reader", KnownResourceStates.Finished, Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);

        var port = server.GetEndpoint("http").Port;
        var lines = (await app.OutputOfAsync("reader")).Split('\n');
        Assert.Contains("PLAIN=text", lines);
        Assert.Contains("WORD=with {braces}", lines);
        Assert.Contains($"URL=http://localhost:{port}", lines);
        Assert.Contains($"MIXED=<with {{braces}}>{port}", lines);
        Assert.Contains($"SERVER_HTTP=http://localhost:{port}", lines);
        Assert.Contains($"services__server__http__0=http://localhost:{port}", lines);
        Assert.Contains($"argument localhost:{port}", lines);
        await app.StopAsync(Host.Cancellation);
    }

    [Fact]
    public async Task Two_endpoints_of_one_container_port_share_the_native_port()
    {
        var builder = Host.Builder();
        var container = builder.AddContainer("relay", "coturn/coturn", "any")
            .WithEndpoint(targetPort: 3478, name: "udp", protocol: ProtocolType.Udp)
            .WithEndpoint(targetPort: 3478, name: "tcp");
        builder.Resources.Remove(container.Resource);
        var reader = builder.AddScript("reader", "echo \"$0 $1\"").WithArgs(
            container.GetEndpoint("udp").Property(EndpointProperty.TargetPort), container.GetEndpoint("tcp").Property(EndpointProperty.Port));
        builder.AddResource(container.Resource).WithImage("unknown/image");

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        await app.ResourceNotifications.WaitForResourceAsync(reader.Resource.Name, KnownResourceStates.Finished, Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);

        var ports = (await app.OutputOfAsync("reader")).Split(' ');
        Assert.Equal(ports[0], ports[1]);
        Assert.NotEqual("3478", ports[0]);
    }

    [Fact]
    public async Task An_image_that_nothing_is_known_of_fails_with_its_name()
    {
        var builder = Host.Builder();
        builder.AddContainer("strange", "example/strange", "1");

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);

        Assert.True(app.ResourceNotifications.TryGetCurrentState("strange", out var state));
        Assert.Equal(KnownResourceStates.FailedToStart, state.Snapshot.State?.Text);
        Assert.Contains("example/strange", await app.OutputOfAsync("strange"), StringComparison.Ordinal);
    }
}
