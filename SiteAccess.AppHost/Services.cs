namespace SiteAccess.AppHost;

/// <summary>What is said of each of our services in the same way.</summary>
static class Services
{
    const string PreviousSigningKey = "Tokens:PreviousSigningKey";

    /// <summary>Adds a service: reachable over HTTP, healthy when <c>/health</c> says so, in the AppHost's environment, able to sign and check tokens.</summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> signingKey)
        where TProject : IProjectMetadata, new()
    {
        var service = builder.AddProject<TProject>(name)
            .WithHttpEndpoint()
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/health")
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
            .WithEnvironment("Tokens__SigningKey", signingKey);

        // While the key is being changed, tokens that the last one signed are still good.
        return builder.Configuration[PreviousSigningKey] is { Length: > 0 } previous
            ? service.WithEnvironment("Tokens__PreviousSigningKey", previous)
            : service;
    }
}
