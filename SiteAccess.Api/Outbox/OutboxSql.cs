using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Outbox;

/// <summary>The outbox's statements.</summary>
static class OutboxSql
{
    const string InsertBatch = "insert into outbox_batch (events, event_count, created_at) values ($1, $2, $3) returning position";

    /// <summary>Writes a row; the statement answers its position.</summary>
    public static NpgsqlBatchCommand Insert(IReadOnlyList<Fact> facts, DateTimeOffset now) => new(InsertBatch)
    {
        Parameters =
        {
            new NpgsqlParameter { Value = Fact.Join(facts), NpgsqlDbType = NpgsqlDbType.Bytea },
            new NpgsqlParameter { Value = facts.Count, NpgsqlDbType = NpgsqlDbType.Integer },
            new NpgsqlParameter { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        },
    };

    /// <summary>Writes a row in the context's transaction.</summary>
    public static async Task<Committed> AddAsync(SiteAccessDb db, IReadOnlyList<Fact> facts, DateTimeOffset now, CancellationToken cancellation)
    {
        var batch = new OutboxBatch { Events = Fact.Join(facts), EventCount = facts.Count, CreatedAt = now };
        db.Outbox.Add(batch);
        await db.SaveChangesAsync(cancellation);
        return new Committed(batch.Position, facts);
    }

    /// <summary>
    /// Deletes rows whose events were told, without waiting for the disk: a deletion that a crash of Postgres undoes only means that
    /// events are told again.
    /// </summary>
    public static async Task DeleteAsync(SiteAccessDb db, long[] positions, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var batch = db.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand("begin"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("set local synchronous_commit = off"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from outbox_batch where position = any($1)").With(NpgsqlDbType.Bigint, positions));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Takes the right to sweep until the transaction ends; false when another instance has it.</summary>
    public static Task<bool> TryLockSweepAsync(SiteAccessDb db, CancellationToken cancellation) =>
        db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({AdvisoryLocks.OutboxSweep}) as \"Value\"").SingleAsync(cancellation);

    /// <summary>How many events wait, and since when the oldest.</summary>
    public static async Task<(int Count, DateTimeOffset? Since)> CountAsync(SiteAccessDb db, CancellationToken cancellation)
    {
        var waiting = await db.Outbox
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Sum(batch => batch.EventCount), Since = all.Min(batch => batch.CreatedAt) })
            .SingleOrDefaultAsync(cancellation);
        return (waiting?.Count ?? 0, waiting?.Since);
    }

    /// <summary>What was committed before a time and not told.</summary>
    public static IQueryable<OutboxBatch> Left(SiteAccessDb db, DateTimeOffset before) =>
        db.Outbox.AsNoTracking().Where(batch => batch.CreatedAt < before);
}
