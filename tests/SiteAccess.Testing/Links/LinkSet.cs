using System.Data.Common;
using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace SiteAccess.Testing.Links;

/// <summary>The links of a system under test, by name: <c>realtime/redis</c> is Realtime's way to Redis.</summary>
public sealed class LinkSet : IAsyncDisposable
{
    readonly Dictionary<string, Link> _links = [];

    /// <summary>All links.</summary>
    public IReadOnlyCollection<Link> All => _links.Values;

    /// <summary>The link of this name; the first mention makes it.</summary>
    public Link this[string name] => _links.TryGetValue(name, out var link) ? link : _links[name] = new Link();

    /// <summary>Everything is well again.</summary>
    public void Mend()
    {
        foreach (var link in _links.Values) link.Mend();
    }

    /// <summary>Sends what a resource finds behind an environment variable, a connection string or an address, through a link.</summary>
    public void Route(IResourceBuilder<IResourceWithEnvironment> resource, string variable, string name)
    {
        var link = this[name];
        resource.WithEnvironment(async context =>
        {
            var text = context.EnvironmentVariables[variable] is IValueProvider value
                ? await value.GetValueAsync(context.CancellationToken)
                : (string)context.EnvironmentVariables[variable];
            (link.Target, context.EnvironmentVariables[variable]) = Redirect(text!, link.Address);
        });
    }

    /// <summary>Splits an address into where it leads and the same address leading to somewhere else.</summary>
    /// <param name="text">A URL, Npgsql's <c>Host=…;Port=…</c>, or StackExchange.Redis's <c>host:port,…</c>.</param>
    /// <param name="instead">Where the new address leads.</param>
    public static (DnsEndPoint Target, string Text) Redirect(string text, IPEndPoint instead)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0)
            return (new DnsEndPoint(url.Host, url.Port), new UriBuilder(url) { Host = $"{instead.Address}", Port = instead.Port }.Uri.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        if (text.StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            var target = new DnsEndPoint((string)parts["Host"], Convert.ToInt32(parts["Port"], System.Globalization.CultureInfo.InvariantCulture));
            (parts["Host"], parts["Port"]) = ($"{instead.Address}", instead.Port);
            return (target, parts.ConnectionString);
        }

        var server = text.Split(',')[0];
        var (host, port) = (server[..server.LastIndexOf(':')], server[(server.LastIndexOf(':') + 1)..]);
        return (new DnsEndPoint(host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)), instead + text[server.Length..]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var link in _links.Values) await link.DisposeAsync();
    }
}
