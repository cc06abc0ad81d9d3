using System.Security.Cryptography;

namespace SiteAccess.BenchHost;

/// <summary>The services as they are measured: in production's settings, with limits that a load from one address does not meet.</summary>
static class Nodes
{
    /// <summary>The channel that visitors come through.</summary>
    public const string ChannelKey = "bench";

    /// <summary>The operator's e-mail address.</summary>
    public const string OperatorEmail = "bench@siteaccess.local";

    const string NoLimit = "10000000";

    static readonly string[] Limits =
    [
        "SessionsPerAddress", "SignInsPerAddress", "ConversationsPerToken", "ChecksPerToken", "MessagesPerToken", "MessagesPerAddress",
        "MessagesPerChannel", "RequestsPerToken", "RequestsPerAddress", "ConnectionsPerToken", "ConnectionsPerAddress",
    ];

    static readonly string SigningKey = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The operator's password, for this run.</summary>
    public static string OperatorPassword { get; } = $"Aa1{Convert.ToHexString(RandomNumberGenerator.GetBytes(10))}";

    public static IResourceBuilder<ProjectResource> AddApi(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<PostgresDatabaseResource> database,
        IResourceBuilder<RedisResource> redis)
    {
        return builder.AddProject<Projects.SiteAccess_Api>(name).AsNode()
            .WithReference(database).WaitFor(database)
            .WithReference(redis).WaitFor(redis)
            .WithEnvironment("Setup__OperatorEmail", OperatorEmail)
            .WithEnvironment("Setup__OperatorPassword", OperatorPassword)
            .WithEnvironment("Setup__DemoChannelKey", ChannelKey)
            .WithEnvironment("Setup__DemoOrigin", "http://bench.invalid");
    }

    public static IResourceBuilder<ProjectResource> AddRealtime(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ProjectResource> api,
        IResourceBuilder<RedisResource> redis) => builder.AddProject<Projects.SiteAccess_Realtime>(name).AsNode()
            .WithEnvironment("DOTNET_GCgen0size", "0x1000000") // as the AppHost has it
            .WithReference(redis).WaitFor(redis)
            .WithEnvironment("services__api__http__0", api.GetEndpoint("http")).WaitFor(api);

    static IResourceBuilder<ProjectResource> AsNode(this IResourceBuilder<ProjectResource> node)
    {
        foreach (var limit in Limits)
        {
            node.WithEnvironment($"Limits__{limit}", NoLimit);
        }

        return node
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Production")
            .WithEnvironment("DOTNET_ENVIRONMENT", "Production")
            .WithEnvironment("Logging__LogLevel__Default", "Warning")
            .WithEnvironment("Tokens__SigningKey", SigningKey);
    }
}
