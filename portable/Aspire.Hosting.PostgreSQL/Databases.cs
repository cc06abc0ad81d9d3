using Aspire.Hosting.ApplicationModel;
using Npgsql;

namespace Aspire.Hosting.Postgres;

/// <summary>Talks to a server on behalf of the AppHost.</summary>
static class Databases
{
    public const string Maintenance = "postgres";

    public static async Task<string> ConnectionStringAsync(IResourceWithConnectionString server, string database, CancellationToken cancellationToken) =>
        new NpgsqlConnectionStringBuilder(await server.GetConnectionStringAsync(cancellationToken)) { Database = database, Pooling = false, Timeout = 3 }.ConnectionString;

    public static async Task CreateMissingAsync(PostgresServerResource server, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync(server, Maintenance, cancellationToken));
        await connection.OpenAsync(cancellationToken);
        foreach (var database in server.Databases.Values)
        {
            await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
            if (await find.ExecuteScalarAsync(cancellationToken) is null)
            {
                await using var create = new NpgsqlCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(database)}", connection);
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}
