using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Search;

namespace SiteAccess.Api.Search;

/// <summary>
/// Finds messages by their words, newest first: each word in any of its forms, the last one by its beginning too. A word that many
/// messages have is found among the newest ones; only where those do not fill the page is the index of words asked, which gathers
/// every message that has it before the newest can be known.
/// </summary>
sealed class MessageSearch(SiteAccessDb db)
{
    const int Newest = 2_000;
    const string Source = "@source";

    const string ReadQuery = "select nullif(plainto_tsquery('russian', search_text($1))::text, '') || ':*'";

    // Materialized, and cut at the cursor only then: Postgres must neither walk all messages from the newest in the hope of meeting
    // enough that match, nor gather all that are older than the cursor.
    const string Find = """
        with hit as materialized (
            select m.id, m.conversation_id from @source m
            where m.kind in ('text', 'note', 'attachment') and search_words(m.body) @@ $1::tsquery)
        select m.id, m.conversation_id, m.seq, m.sender_type, m.sender_name, m.kind, m.body, m.created_at,
               ts_headline('russian', search_text(m.body), $1::tsquery, $5)
        from (select h.id from hit h join conversation c on c.id = h.conversation_id
              where c.channel_id = any($3) and h.id < $2 order by h.id desc limit $4) page
        join message m on m.id = page.id order by m.id desc
        """;

    static readonly string FindAmongNewest = Find.Replace(Source, $"(select * from message where id < $2 order by id desc limit {Newest})", StringComparison.Ordinal);
    static readonly string FindAmongAll = Find.Replace(Source, "message", StringComparison.Ordinal);

    public async Task<MessageHitPage> FindAsync(SearchQuery query, Guid[] channels, CancellationToken cancellation)
    {
        var found = await ReadAsync(query, channels, cancellation);
        var page = found.Take(query.Size).ToList();
        var ids = page.Select(hit => hit.ConversationId).Distinct().ToList();
        var rows = await db.InboxRows(db.Conversations.Where(conversation => ids.Contains(conversation.Id))).ToListAsync(cancellation);
        var byId = rows.ToDictionary(row => row.Conversation.Id, row => row.ToSummary());
        var items = page.ConvertAll(hit => hit.ToHit(byId[hit.ConversationId]));
        return new MessageHitPage(items, found.Count > query.Size ? items[^1].MessageId.ToString("D") : null);
    }

    async Task<List<Found>> ReadAsync(SearchQuery query, Guid[] channels, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            if (channels.Length == 0 || await ReadWordsAsync(query.Words, cancellation) is not { } words)
                return [];
            var found = await RunAsync(FindAmongNewest, words, query, channels, cancellation);
            return found.Count > query.Size ? found : await RunAsync(FindAmongAll, words, query, channels, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // Null when nothing is left of the query: "and", «или» are in no index.
    async Task<string?> ReadWordsAsync(string text, CancellationToken cancellation)
    {
        await using var batch = db.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ReadQuery) { Parameters = { new NpgsqlParameter { Value = text } } });
        return await batch.ExecuteScalarAsync(cancellation) as string;
    }

    async Task<List<Found>> RunAsync(string sql, string words, SearchQuery query, Guid[] channels, CancellationToken cancellation)
    {
        await using var batch = db.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = words, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = query.Cursor ?? Guid.AllBitsSet },
                new NpgsqlParameter { Value = channels },
                new NpgsqlParameter { Value = query.Size + 1 },
                new NpgsqlParameter { Value = Excerpt.MarkOptions },
            },
        });
        var found = new List<Found>();
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            found.Add(Found.Read(rows));
        return found;
    }

    sealed record Found(
        Guid Id, Guid ConversationId, long Seq, SenderType SenderType, string? SenderName, MessageKind Kind, string Body, DateTimeOffset CreatedAt, string Marked)
    {
        public static Found Read(NpgsqlDataReader row) => new(
            row.GetGuid(0),
            row.GetGuid(1),
            row.GetInt64(2),
            Words.Parse<SenderType>(row.GetString(3)),
            row.IsDBNull(4) ? null : row.GetString(4),
            Words.Parse<MessageKind>(row.GetString(5)),
            row.GetString(6),
            row.GetFieldValue<DateTimeOffset>(7),
            row.GetString(8));

        public MessageHit ToHit(ConversationSummary conversation) =>
            new(Id, conversation, Seq, SenderType, SenderName, Kind, Excerpt.Of(Body, Marked), CreatedAt);
    }
}
