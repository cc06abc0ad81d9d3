using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Api.Operators;

/// <summary>
/// Keeps operators' own word on whether they take conversations. The database holds it; the presence board shows it to everybody, and
/// learns it again from the operator's app when it was out of reach.
/// </summary>
sealed class OperatorStates(SiteAccessDb db, PresenceBoard board, ILogger<OperatorStates> log)
{
    /// <summary>The operator as they are then; null when there is no such operator.</summary>
    public async Task<OperatorView?> ChangeAsync(Guid id, ChangeMe change, CancellationToken cancellation)
    {
        if (change.State is { } state)
            await db.Operators.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.State, state), cancellation);
        if (await db.Operators.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellation) is not { } changed)
            return null;
        await ShowAsync(changed, cancellation);
        return changed.ToView();
    }

    async Task ShowAsync(Operator person, CancellationToken cancellation)
    {
        var channels = await db.ChannelsOf(person.Id).Select(channel => channel.Id).ToListAsync(cancellation);
        try
        {
            await board.SetStateAsync(person.Id, channels, person.State, cancellation);
        }
        catch (RedisUnavailableException away)
        {
            log.LogWarning("That {OperatorId} is {State} was not told: {Reason}", person.Id, person.State, away.Message);
        }
    }
}
