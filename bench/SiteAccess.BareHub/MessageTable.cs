using System.Text.Json;
using Npgsql;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.BareHub;

/// <summary>Messages in Postgres, a batch in one transaction and one round trip.</summary>
sealed class MessageTable(string connectionString, bool withOutbox) : IAsyncDisposable
{
    const string Create = """
        create table if not exists bare_conversation (id uuid primary key, last_seq bigint not null);
        create table if not exists bare_message (
            id uuid primary key, conversation_id uuid not null, seq bigint not null, client_message_id uuid not null,
            sender_name text not null, body text not null, created_at timestamptz not null,
            unique (conversation_id, seq), unique (conversation_id, client_message_id));
        create table if not exists bare_outbox (position bigserial primary key, events bytea not null);
        """;

    const string Insert = """
        insert into bare_message (id, conversation_id, seq, client_message_id, sender_name, body, created_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
        """;

    const string Advance = """
        insert into bare_conversation (id, last_seq)
        select id, max(seq) from unnest($1::uuid[], $2::bigint[]) u(id, seq) group by id
        on conflict (id) do update set last_seq = excluded.last_seq
        """;

    const string Announce = "insert into bare_outbox (events) values ($1) returning position";
    const string Told = "delete from bare_outbox where position = $1";

    readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);
    Task _telling = Task.CompletedTask;

    public async Task CreateAsync(CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(Create);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task InsertAsync(IReadOnlyList<MessageView> messages, CancellationToken cancellation)
    {
        // One batch is one transaction, committed when it has ended.
        await using var batch = _source.CreateBatch();
        batch.BatchCommands.Add(Command(
            Insert,
            messages.Select(message => message.Id).ToArray(),
            messages.Select(message => message.ConversationId).ToArray(),
            messages.Select(message => message.Seq).ToArray(),
            messages.Select(message => message.ClientMessageId).ToArray(),
            messages.Select(message => message.SenderName!).ToArray(),
            messages.Select(message => message.Body).ToArray(),
            messages.Select(message => message.CreatedAt).ToArray()));
        batch.BatchCommands.Add(Command(
            Advance, messages.Select(message => message.ConversationId).ToArray(), messages.Select(message => message.Seq).ToArray()));
        if (!withOutbox)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            return;
        }

        batch.BatchCommands.Add(Command(Announce, JsonSerializer.SerializeToUtf8Bytes(messages, WireJson.Options)));
        var position = (long)(await batch.ExecuteScalarAsync(cancellation))!;
        await _telling;
        _telling = ForgetAsync(position, cancellation);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    async Task ForgetAsync(long position, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(Told);
        command.Parameters.Add(new NpgsqlParameter { Value = position });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
