using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Outbox;

/// <summary>The outbox's statements.</summary>
static class OutboxSql
{
    // Numbered in the order of the list: ordinality keeps it through the insert.
    const string InsertEvents = """
        insert into outbox_event (id, type, channel_id, conversation_id, seq, trace_parent, payload, created_at)
        select id, type, channel_id, conversation_id, seq, trace_parent, payload::json, created_at
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) with ordinality
            e(id, type, channel_id, conversation_id, seq, trace_parent, payload, created_at, place)
        order by place
        """;

    public static NpgsqlBatchCommand Insert(IReadOnlyList<OutboxEvent> events) => new NpgsqlBatchCommand(InsertEvents)
        .With(NpgsqlDbType.Uuid, events.Select(fact => fact.Id))
        .With(NpgsqlDbType.Text, events.Select(fact => fact.Type))
        .With(NpgsqlDbType.Uuid, events.Select(fact => fact.ChannelId))
        .With(NpgsqlDbType.Uuid, events.Select(fact => fact.ConversationId))
        .With(NpgsqlDbType.Bigint, events.Select(fact => fact.Seq))
        .With(NpgsqlDbType.Text, events.Select(fact => fact.TraceParent))
        .With(NpgsqlDbType.Text, events.Select(fact => fact.Payload))
        .With(NpgsqlDbType.TimestampTz, events.Select(fact => fact.CreatedAt));

    public static Task MarkAsync(SiteAccessDb db, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellation) =>
        db.Outbox.Where(fact => ids.Contains(fact.Id) && fact.PublishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.PublishedAt, now), cancellation);

    /// <summary>Takes the right to sweep until the transaction ends; false when another instance has it.</summary>
    public static Task<bool> TryLockSweepAsync(SiteAccessDb db, CancellationToken cancellation) =>
        db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({AdvisoryLocks.OutboxSweep}) as \"Value\"").SingleAsync(cancellation);

    /// <summary>What was committed before a time and not told.</summary>
    public static IQueryable<OutboxEvent> Left(SiteAccessDb db, DateTimeOffset before) =>
        db.Outbox.AsNoTracking().Where(fact => fact.PublishedAt == null && fact.CreatedAt < before);

    /// <summary>Deletes some of what was told before a time. Ids begin with their time, so the primary key finds the oldest.</summary>
    public static Task<int> PruneAsync(SiteAccessDb db, DateTimeOffset before, int count, CancellationToken cancellation)
    {
        var bound = Guid.CreateVersion7(before);
        return db.Database.ExecuteSqlAsync(
            $"""
            delete from outbox_event where id in (
                select id from outbox_event where id < {bound} and published_at is not null order by id limit {count})
            """,
            cancellation);
    }
}
