using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds Redis servers.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>Adds a server. It is healthy when it answers a PING with its password.</summary>
    public static IResourceBuilder<RedisResource> AddRedis(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        int? port = null,
        IResourceBuilder<ParameterResource>? password = null)
    {
        // Connection strings of StackExchange.Redis know no way to write a comma in a password.
        var redis = new RedisResource(
            name,
            password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false));
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(check, _ => new RedisHealthCheck(redis), failureStatus: null, tags: null));

        return builder.AddResource(redis)
            .WithEndpoint(port: port, targetPort: 6379, name: RedisResource.PrimaryEndpointName, scheme: "redis")
            .WithImage("library/redis", "8.6")
            .WithImageRegistry("docker.io")
            .WithEnvironment(context => context.EnvironmentVariables["REDIS_PASSWORD"] = redis.PasswordParameter!)
            .WithHealthCheck(check);
    }
}
