using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using SiteAccess.Testing.Nodes;

namespace SiteAccess.Testing.Links;

/// <summary>The links of the system: <c>api/redis</c>, <c>api/postgres</c>, <c>realtime/redis</c>, <c>realtime/api</c>, <c>realtime/api2</c>, the same for the second nodes, and <c>clients/realtime</c>.</summary>
public static class ServiceLinks
{
    const string Redis = "ConnectionStrings__redis";
    const string Database = "ConnectionStrings__siteaccess";

    /// <summary>The link between clients and a node of Realtime.</summary>
    public static string ClientsTo(string realtime) => $"clients/{realtime}";

    /// <summary>Puts a link between every two parts that talk.</summary>
    public static LinkSet AddTo(IDistributedApplicationBuilder builder)
    {
        var links = new LinkSet();
        foreach (var name in TwoNodes.Apis)
        {
            var api = builder.CreateResourceBuilder<ProjectResource>(name);
            links.Route(api, Redis, $"{name}/redis");
            links.Route(api, Database, $"{name}/postgres");
        }

        foreach (var name in TwoNodes.Realtimes)
        {
            var realtime = builder.CreateResourceBuilder<ProjectResource>(name);
            links.Route(realtime, Redis, $"{name}/redis");
            for (var i = 0; i < TwoNodes.Apis.Length; i++) links.Route(realtime, $"services__api__http__{i}", $"{name}/{TwoNodes.Apis[i]}");
        }

        return links;
    }
}
