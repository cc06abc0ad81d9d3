using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;

namespace SiteAccess.Api.Messages;

/// <summary>Writes what a plan decided: new messages, their conversations and the events, in one round trip.</summary>
static class IntakeWriter
{
    const string InsertMessages = """
        insert into message (id, conversation_id, seq, client_message_id, sender_type, sender_id, sender_name, kind, body, created_at)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    const string UpdateConversations = """
        update conversation c
        set last_seq = u.last_seq, status = u.status, snoozed_until = u.snoozed_until, unread_by_visitor = u.unread_by_visitor,
            unread_by_operators = u.unread_by_operators, last_activity_at = u.last_activity_at, waiting_since = u.waiting_since
        from unnest($1, $2, $3, $4, $5, $6, $7, $8)
            u(id, last_seq, status, snoozed_until, unread_by_visitor, unread_by_operators, last_activity_at, waiting_since)
        where c.id = u.id
        """;

    public static async Task WriteMessagesAsync(SiteAccessDb db, IntakePlan plan, CancellationToken cancellation)
    {
        await using var batch = db.CreateBatch();
        batch.BatchCommands.Add(Messages([.. plan.Added.Select(added => added.Message)]));
        batch.BatchCommands.Add(Conversations([.. plan.Changed]));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task WriteEventsAsync(SiteAccessDb db, IReadOnlyList<OutboxEvent> events, CancellationToken cancellation)
    {
        await using var batch = db.CreateBatch();
        batch.BatchCommands.Add(OutboxSql.Insert(events));
        await batch.ExecuteNonQueryAsync(cancellation);
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
        .With(NpgsqlDbType.TimestampTz, messages.Select(message => message.CreatedAt));

    static NpgsqlBatchCommand Conversations(IReadOnlyList<Conversation> conversations) => new NpgsqlBatchCommand(UpdateConversations)
        .With(NpgsqlDbType.Uuid, conversations.Select(conversation => conversation.Id))
        .With(NpgsqlDbType.Bigint, conversations.Select(conversation => conversation.LastSeq))
        .With(NpgsqlDbType.Text, conversations.Select(conversation => Words.Of(conversation.Status)))
        .With(NpgsqlDbType.TimestampTz, conversations.Select(conversation => conversation.SnoozedUntil))
        .With(NpgsqlDbType.Integer, conversations.Select(conversation => conversation.UnreadByVisitor))
        .With(NpgsqlDbType.Integer, conversations.Select(conversation => conversation.UnreadByOperators))
        .With(NpgsqlDbType.TimestampTz, conversations.Select(conversation => conversation.LastActivityAt))
        .With(NpgsqlDbType.TimestampTz, conversations.Select(conversation => conversation.WaitingSince));
}
