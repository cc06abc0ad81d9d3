using Npgsql;

namespace SiteAccess.FaultTests.Oracle;

/// <summary>Reads the database itself, past the services.</summary>
sealed class Ledger(NpgsqlDataSource database) : IAsyncDisposable
{
    public static Ledger Open(string connectionString) => new(NpgsqlDataSource.Create(connectionString));

    /// <summary>All that is stored of these conversations.</summary>
    public async Task<Truth> ReadAsync(IEnumerable<Guid> conversations, CancellationToken cancellation)
    {
        await using var question = database.CreateCommand(
            "select conversation_id, seq, id, client_message_id, body from message where conversation_id = any($1) order by conversation_id, seq");
        question.Parameters.Add(new() { Value = conversations.Distinct().ToArray() });
        var messages = new List<StoredMessage>();
        await using var rows = await question.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            messages.Add(new(rows.GetGuid(0), rows.GetInt64(1), rows.GetGuid(2), rows.GetGuid(3), rows.GetString(4)));
        return new Truth(messages, await LastSeqsAsync(conversations, cancellation));
    }

    /// <summary>The positions of these conversations.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> LastSeqsAsync(IEnumerable<Guid> conversations, CancellationToken cancellation)
    {
        await using var question = database.CreateCommand("select id, last_seq from conversation where id = any($1)");
        question.Parameters.Add(new() { Value = conversations.Distinct().ToArray() });
        var positions = new Dictionary<Guid, long>();
        await using var rows = await question.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) positions.Add(rows.GetGuid(0), rows.GetInt64(1));
        return positions;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
