using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;

namespace SiteAccess.Api.Messages;

/// <summary>Writes what a plan decided: new messages, their conversations and the events, and commits, in one round trip.</summary>
static class IntakeWriter
{
    const string InsertMessages = """
        insert into message (id, conversation_id, seq, client_message_id, sender_type, sender_id, sender_name, kind, body, created_at, reply_to_seq)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    // Of a note that calls somebody: rare, so it is kept out of the statement that every message takes.
    const string InsertMentions = """
        with called as (
            select message_id, conversation_id, array_agg(operator_id) ids
            from unnest($1, $2, $3) m(message_id, conversation_id, operator_id) group by message_id, conversation_id),
        marked as (update message m set mention_ids = c.ids from called c where m.id = c.message_id)
        update conversation c
        set mention_ids = (select array_agg(distinct id) from unnest(c.mention_ids || fresh.ids) id)
        from (select m.conversation_id, array_agg(m.operator_id) ids from unnest($2, $3) m(conversation_id, operator_id) group by m.conversation_id) fresh
        where c.id = fresh.conversation_id
        """;

    const string UpdateConversations = """
        update conversation c
        set last_seq = u.last_seq, status = u.status, snoozed_until = u.snoozed_until, unread_by_visitor = u.unread_by_visitor,
            unread_by_operators = u.unread_by_operators, begun_at = u.begun_at, last_activity_at = u.last_activity_at,
            waiting_since = u.waiting_since
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
            u(id, last_seq, status, snoozed_until, unread_by_visitor, unread_by_operators, begun_at, last_activity_at, waiting_since)
        where c.id = u.id
        """;

    /// <summary>Writes the messages and their conversations, for those who read them again before the commit.</summary>
    public static async Task WriteAsync(SiteAccessDb db, IntakePlan plan, CancellationToken cancellation)
    {
        await using var batch = db.CreateBatch();
        Add(batch, plan);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Writes the messages and conversations, unless they are written, and the events, and commits.</summary>
    public static async Task<Committed> CommitAsync(
        SiteAccessDb db, IntakePlan plan, bool isWritten, IReadOnlyList<Fact> facts, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = db.CreateBatch();
        if (!isWritten)
            Add(batch, plan);
        batch.BatchCommands.Add(OutboxSql.Insert(facts, now));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await using var answers = await batch.ExecuteReaderAsync(cancellation);
        await answers.ReadAsync(cancellation);
        var position = answers.GetInt64(0);
        await answers.NextResultAsync(cancellation); // the commit's answer: a failure shows here at the latest
        return new Committed(position, facts);
    }

    static void Add(NpgsqlBatch batch, IntakePlan plan)
    {
        batch.BatchCommands.Add(Messages([.. plan.Added.Select(added => added.Message)]));
        batch.BatchCommands.Add(Conversations([.. plan.Changed]));
        if (plan.Added.Exists(added => added.Message.Attachments is not null))
            batch.BatchCommands.Add(IntakeFiles.Link(plan));
        if (plan.Added.Exists(added => added.Message.MentionIds is not null))
            batch.BatchCommands.Add(Mentions(plan));
    }

    static NpgsqlBatchCommand Messages(IReadOnlyList<Message> messages) => new NpgsqlBatchCommand(InsertMessages)
        .With(NpgsqlDbType.Uuid, messages.Select(message => message.Id))
        .With(NpgsqlDbType.Uuid, messages.Select(message => message.ConversationId))
        .With(NpgsqlDbType.Bigint, messages.Select(message => message.Seq))
        .With(NpgsqlDbType.Uuid, messages.Select(message => message.ClientMessageId))
        .With(NpgsqlDbType.Text, messages.Select(message => Words.Of(message.SenderType)))
        .With(NpgsqlDbType.Uuid, messages.Select(message => message.SenderId))
        .With(NpgsqlDbType.Text, messages.Select(message => message.SenderName))
        .With(NpgsqlDbType.Text, messages.Select(message => Words.Of(message.Kind)))
        .With(NpgsqlDbType.Text, messages.Select(message => message.Body))
        .With(NpgsqlDbType.TimestampTz, messages.Select(message => message.CreatedAt))
        .With(NpgsqlDbType.Bigint, messages.Select(message => message.ReplyToSeq));

    static NpgsqlBatchCommand Mentions(IntakePlan plan)
    {
        var calls = plan.Added.SelectMany(added => (added.Message.MentionIds ?? []).Select(id => (added.Message, OperatorId: id))).ToList();
        return new NpgsqlBatchCommand(InsertMentions)
            .With(NpgsqlDbType.Uuid, calls.Select(call => call.Message.Id))
            .With(NpgsqlDbType.Uuid, calls.Select(call => call.Message.ConversationId))
            .With(NpgsqlDbType.Uuid, calls.Select(call => call.OperatorId));
    }

    static NpgsqlBatchCommand Conversations(IReadOnlyList<Conversation> conversations) => new NpgsqlBatchCommand(UpdateConversations)
        .With(NpgsqlDbType.Uuid, conversations.Select(conversation => conversation.Id))
        .With(NpgsqlDbType.Bigint, conversations.Select(conversation => conversation.LastSeq))
        .With(NpgsqlDbType.Text, conversations.Select(conversation => Words.Of(conversation.Status)))
        .With(NpgsqlDbType.TimestampTz, conversations.Select(conversation => conversation.SnoozedUntil))
        .With(NpgsqlDbType.Integer, conversations.Select(conversation => conversation.UnreadByVisitor))
        .With(NpgsqlDbType.Integer, conversations.Select(conversation => conversation.UnreadByOperators))
        .With(NpgsqlDbType.TimestampTz, conversations.Select(conversation => conversation.BegunAt))
        .With(NpgsqlDbType.TimestampTz, conversations.Select(conversation => conversation.LastActivityAt))
        .With(NpgsqlDbType.TimestampTz, conversations.Select(conversation => conversation.WaitingSince));
}
