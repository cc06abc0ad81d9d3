using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL servers and databases.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Adds a server. It is healthy when it takes connections; then its databases are created.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        var server = new PostgresServerResource(
            name,
            userName?.Resource,
            password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password"));
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().AddPostgres(check, cancellationToken => Databases.ConnectionStringAsync(server, Databases.Maintenance, cancellationToken));
        builder.Eventing.Subscribe<ResourceReadyEvent>(server, (_, cancellationToken) => Databases.CreateMissingAsync(server, cancellationToken));

        return builder.AddResource(server)
            .WithEndpoint(port: port, targetPort: 5432, name: PostgresServerResource.PrimaryEndpointName)
            .WithImage("library/postgres", "18.3")
            .WithImageRegistry("docker.io")
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables["POSTGRES_USER"] = server.UserNameReference;
                context.EnvironmentVariables["POSTGRES_PASSWORD"] = server.PasswordParameter;
            })
            .WithHealthCheck(check);
    }

    /// <summary>Adds a database to a server; it is created when the server is ready.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, [ResourceName] string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.AddDatabase(database);
        var check = $"{name}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks()
            .AddPostgres(check, cancellationToken => Databases.ConnectionStringAsync(builder.Resource, database.DatabaseName, cancellationToken));
        return builder.ApplicationBuilder.AddResource(database).WithHealthCheck(check);
    }

    /// <summary>Keeps the data of a server from run to run.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithVolume(name ?? $"{builder.Resource.Name}-data", "/var/lib/postgresql", isReadOnly);
}
