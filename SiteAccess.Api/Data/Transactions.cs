using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SiteAccess.Api.Data;

static class Transactions
{
    /// <summary>Runs the work in one transaction, again from its start if the database broke off; the work must bear that.</summary>
    public static Task<T> InTransactionAsync<T>(this SiteAccessDb db, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async aborted =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(aborted);
                var result = await work(aborted);
                await transaction.CommitAsync(aborted);
                return result;
            },
            cancellation);

    /// <summary>A batch of raw statements on the context's connection, inside its transaction.</summary>
    public static NpgsqlBatch CreateBatch(this SiteAccessDb db) => new(
        (NpgsqlConnection)db.Database.GetDbConnection(),
        (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
}
