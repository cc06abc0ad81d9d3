using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Visitors;

/// <summary>Changes visitors on an operator's word.</summary>
sealed class VisitorDesk(SiteAccessDb db, OutboxPublisher outbox, Revocations revocations, TimeProvider clock)
{
    /// <summary>False when there is no such visitor for this operator.</summary>
    public Task<bool> ChangeAsync(Guid operatorId, Guid id, ChangeVisitor change, CancellationToken cancellation) => SaveAsync(
        operatorId,
        id,
        visitor =>
        {
            visitor.Name = change.Name is null ? visitor.Name : PlainText.Clip(change.Name, VisitorLimits.Name);
            visitor.Email = change.Email is null ? visitor.Email : PlainText.Clip(change.Email, VisitorLimits.Email);
            visitor.Attributes = change.Attributes is null ? visitor.Attributes : Clean(change.Attributes);
        },
        cancellation);

    /// <summary>Keeps a visitor out, and ends what connections they have; false when there is no such visitor for this operator.</summary>
    public async Task<bool> BlockAsync(Guid operatorId, Guid id, CancellationToken cancellation)
    {
        var isDone = await SaveAsync(
            operatorId,
            id,
            visitor =>
            {
                visitor.BlockedById = visitor.BlockedAt is null ? operatorId : visitor.BlockedById;
                visitor.BlockedAt ??= clock.Now();
            },
            cancellation);
        if (isDone)
            await revocations.TellAsync(new AccessRevoked([], [id]), cancellation);
        return isDone;
    }

    /// <summary>Lets a visitor in again; false when there is no such visitor for this operator.</summary>
    public Task<bool> UnblockAsync(Guid operatorId, Guid id, CancellationToken cancellation) =>
        SaveAsync(operatorId, id, visitor => (visitor.BlockedAt, visitor.BlockedById) = (null, null), cancellation);

    async Task<bool> SaveAsync(Guid operatorId, Guid id, Action<Visitor> change, CancellationToken cancellation)
    {
        var (isDone, told) = await db.InTransactionAsync<(bool, Committed?)>(
            async aborted =>
            {
                if (!await db.VisitorsOf(operatorId).AnyAsync(visitor => visitor.Id == id, aborted))
                    return (false, null);
                var visitor = await db.Visitors.FromSql($"select * from visitor where id = {id} for no key update").SingleAsync(aborted);
                change(visitor);
                await db.SaveChangesAsync(aborted);
                return (true, await db.TellOfVisitorAsync(id, clock.Now(), aborted));
            },
            cancellation);
        outbox.Tell(told);
        return isDone;
    }

    static Dictionary<string, string> Clean(IReadOnlyDictionary<string, string> attributes)
    {
        var kept = new Dictionary<string, string>();
        foreach (var (name, value) in attributes)
        {
            if (PlainText.Clip(name, VisitorLimits.AttributeName) is { } key && PlainText.Clip(value, VisitorLimits.AttributeValue) is { } text)
                kept[key] = text;
        }

        return kept;
    }
}
