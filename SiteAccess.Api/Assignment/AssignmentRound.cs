using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Api.Assignment;

/// <summary>
/// Gives the conversations that wait for somebody to the available operators, the longest waiting first, each to whoever has the fewest.
/// One instance at a time, and each row locked: whoever takes a conversation by hand in the same moment keeps it.
/// </summary>
sealed class AssignmentRound(SiteAccessDb db, Colleagues colleagues, OutboxPublisher outbox, TimeProvider clock)
{
    const int MostAtOnce = 100;

    /// <summary>Gives what can be given in a channel; answers how many conversations that were.</summary>
    public async Task<int> RunAsync(Channel channel, CancellationToken cancellation)
    {
        if (!await db.Conversations.AnyAsync(
            conversation => conversation.ChannelId == channel.Id && conversation.Status == ConversationStatus.Open
                && conversation.AssigneeId == null && conversation.BegunAt != null,
            cancellation))
            return 0;
        var available = (await colleagues.ListAsync(channel.Id, cancellation)).Where(person => person.State == OperatorState.Online).ToList();
        if (available.Count == 0)
            return 0;
        var told = await db.InTransactionAsync<Committed?>(
            async aborted =>
            {
                if (!await TryLockAsync(aborted))
                    return null;
                var hands = await HandsAsync([.. available.Select(person => person.Id)], channel.OperatorLimit, aborted);
                var given = hands.HaveRoom ? Give(await WaitingAsync(channel.Id, hands, aborted), hands) : [];
                await db.SaveChangesAsync(aborted);
                return given.Count == 0 ? null : await OutboxSql.AddAsync(db, await FactsAsync(given, aborted), clock.Now(), aborted);
            },
            cancellation);
        outbox.Tell(told);
        return told?.Facts.Count ?? 0;
    }

    // Counted under the lock: another instance's round has been committed by now.
    async Task<Hands> HandsAsync(Guid[] operators, int limit, CancellationToken cancellation)
    {
        var counts = await db.Conversations
            .Where(conversation => conversation.AssigneeId != null && operators.Contains(conversation.AssigneeId.Value)
                && conversation.Status == ConversationStatus.Open && conversation.BegunAt != null)
            .GroupBy(conversation => conversation.AssigneeId!.Value)
            .Select(group => new { OperatorId = group.Key, Count = group.Count() })
            .ToDictionaryAsync(found => found.OperatorId, found => found.Count, cancellation);
        var teams = await db.TeamMembers.Where(member => operators.Contains(member.OperatorId))
            .Select(member => new { member.TeamId, member.OperatorId })
            .ToListAsync(cancellation);
        return new Hands(
            operators.ToDictionary(id => id, id => counts.GetValueOrDefault(id)),
            teams.ToLookup(member => member.TeamId, member => member.OperatorId),
            limit);
    }

    Task<List<Conversation>> WaitingAsync(Guid channelId, Hands hands, CancellationToken cancellation)
    {
        var teams = hands.TeamsWithRoom;
        return db.Conversations
            .FromSql($"""
                select * from conversation
                where channel_id = {channelId} and status = 'open' and assignee_id is null and begun_at is not null
                  and (team_id is null or team_id = any({teams}))
                order by last_activity_at, id limit {MostAtOnce} for no key update skip locked
                """)
            .ToListAsync(cancellation);
    }

    static List<Guid> Give(List<Conversation> waiting, Hands hands)
    {
        var given = new List<Guid>();
        foreach (var conversation in waiting)
        {
            if (hands.Take(conversation.TeamId) is not { } operatorId)
                continue;
            conversation.AssigneeId = operatorId;
            given.Add(conversation.Id);
        }

        return given;
    }

    async Task<List<Fact>> FactsAsync(List<Guid> given, CancellationToken cancellation)
    {
        var rows = await db.InboxRows(db.Conversations.Where(conversation => given.Contains(conversation.Id))).ToListAsync(cancellation);
        return rows.ConvertAll(row => Facts.ConversationUpdated(row.ToSummary(), null));
    }

    Task<bool> TryLockAsync(CancellationToken cancellation) =>
        db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({AdvisoryLocks.Assignment}) as \"Value\"").SingleAsync(cancellation);
}
