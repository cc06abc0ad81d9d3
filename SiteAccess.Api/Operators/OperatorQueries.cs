using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Operators;

static class OperatorQueries
{
    /// <summary>Signs an operator out everywhere; answers how many sessions that ended.</summary>
    public static Task<int> EndSessionsOfAsync(this SiteAccessDb db, Guid operatorId, DateTimeOffset now, CancellationToken cancellation) =>
        db.OperatorSessions
            .Where(session => session.OperatorId == operatorId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellation);
}
