using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Internal;

namespace SiteAccess.Api.Conversations;

/// <summary>A conversation one or both sides of which have moved.</summary>
sealed record MovedPosition(Guid ChannelId, ConversationSeen Seen, bool HasVisitorMoved, bool HaveOperatorsMoved);

/// <summary>Moves positions, however many in one statement.</summary>
static class ReadPositionsSql
{
    // In the order of ids, as the intake locks them, so that two batches never wait for each other in a ring.
    const string Lock = "select from conversation where id = any($1) order by id for no key update";

    // Never back, never beyond the last message; what is read has been delivered. Counts only what is counted anew.
    const string Move = """
        with asked as (
            select c.id,
                   least(c.last_seq, greatest(c.visitor_delivered_seq, max(greatest(p.delivered, p.read)) filter (where p.who = 'visitor'))) as visitor_delivered,
                   least(c.last_seq, greatest(c.visitor_read_seq, max(p.read) filter (where p.who = 'visitor'))) as visitor_read,
                   least(c.last_seq, greatest(c.operator_delivered_seq, max(greatest(p.delivered, p.read)) filter (where p.who = 'operator'))) as operator_delivered,
                   least(c.last_seq, greatest(c.operator_read_seq, max(p.read) filter (where p.who = 'operator'))) as operator_read
            from unnest($1, $2, $3, $4, $5) p(id, who, actor_id, delivered, read)
            join conversation c on c.id = p.id
            where p.who = 'visitor' and c.visitor_id = p.actor_id
               or p.who = 'operator' and exists (
                   select from channel_member m where m.channel_id = c.channel_id and m.operator_id = p.actor_id)
            group by c.id),
        moved as (
            select a.*,
                   (a.visitor_delivered, a.visitor_read) is distinct from (c.visitor_delivered_seq, c.visitor_read_seq) as by_visitor,
                   (a.operator_delivered, a.operator_read) is distinct from (c.operator_delivered_seq, c.operator_read_seq) as by_operators
            from asked a join conversation c on c.id = a.id)
        update conversation c
        set visitor_delivered_seq = m.visitor_delivered, visitor_read_seq = m.visitor_read,
            operator_delivered_seq = m.operator_delivered, operator_read_seq = m.operator_read,
            unread_by_visitor = case when m.visitor_read = c.visitor_read_seq then c.unread_by_visitor else (
                select count(*) from message x where x.conversation_id = c.id and x.seq > m.visitor_read and x.sender_type <> 'visitor'
                    and x.kind not in ('note', 'event')) end,
            unread_by_operators = case when m.operator_read = c.operator_read_seq then c.unread_by_operators else (
                select count(*) from message x where x.conversation_id = c.id and x.seq > m.operator_read and x.sender_type = 'visitor') end
        from moved m
        where c.id = m.id and (m.by_visitor or m.by_operators)
        returning c.id, c.channel_id, m.visitor_delivered, m.visitor_read, m.operator_delivered, m.operator_read, m.by_visitor, m.by_operators
        """;

    /// <summary>Moves them inside the context's transaction; answers what has moved.</summary>
    public static async Task<IReadOnlyList<MovedPosition>> MoveAsync(
        SiteAccessDb db, IReadOnlyList<ReportPosition> positions, CancellationToken cancellation)
    {
        await using var batch = db.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock)
            .With(NpgsqlDbType.Uuid, positions.Select(position => position.ConversationId).Distinct()));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Move)
            .With(NpgsqlDbType.Uuid, positions.Select(position => position.ConversationId))
            .With(NpgsqlDbType.Text, positions.Select(position => Words.Of(position.Actor.Kind)))
            .With(NpgsqlDbType.Uuid, positions.Select(position => position.Actor.Id))
            .With(NpgsqlDbType.Bigint, positions.Select(position => position.DeliveredSeq))
            .With(NpgsqlDbType.Bigint, positions.Select(position => position.ReadSeq)));
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        var moved = new List<MovedPosition>();
        while (await rows.ReadAsync(cancellation))
        {
            var seen = new ConversationSeen(
                rows.GetGuid(0), new Reached(rows.GetInt64(2), rows.GetInt64(3)), new Reached(rows.GetInt64(4), rows.GetInt64(5)));
            moved.Add(new MovedPosition(rows.GetGuid(1), seen, rows.GetBoolean(6), rows.GetBoolean(7)));
        }

        return moved;
    }
}
