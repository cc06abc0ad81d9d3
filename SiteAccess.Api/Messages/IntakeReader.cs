using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Attachments;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>Begins the transaction of a batch of sends and reads all that it depends on, locking its conversations first: one round trip.</summary>
static class IntakeReader
{
    // In the order of ids, so that two batches never wait for each other in a ring.
    const string LockConversations = """
        select c.id, c.channel_id, c.visitor_id, c.status, c.snoozed_until, c.last_seq, c.unread_by_visitor,
               c.unread_by_operators, c.created_at, c.begun_at, c.last_activity_at, c.waiting_since, v.name, v.blocked_at is not null
        from conversation c join visitor v on v.id = c.visitor_id
        where c.id = any($1) order by c.id for no key update of c
        """;

    const string FindMembers = """
        select m.channel_id, m.operator_id, o.name
        from channel_member m join "operator" o on o.id = m.operator_id where m.operator_id = any($1)
        """;

    // Runs after the locks were got, on a snapshot of its own: it sees all that was committed before them.
    const string FindStored = """
        select m.id, m.conversation_id, m.seq, m.client_message_id, m.sender_type, m.sender_id, m.sender_name, m.kind, m.body, m.created_at,
               m.reply_to_seq, m.mention_ids, m.edited_at, m.deleted_at, m.revision, m.attachments
        from unnest($1, $2) k(conversation_id, client_message_id)
        join message m on m.conversation_id = k.conversation_id and m.client_message_id = k.client_message_id
        """;

    /// <param name="db">Where to read.</param>
    /// <param name="items">The sends.</param>
    /// <param name="withRepeats">Whether to look for messages that have these ids already. Few sends are repeats, so the first try leaves it out.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IntakeFacts> BeginAsync(
        SiteAccessDb db, IReadOnlyList<SendItem> items, bool withRepeats, CancellationToken cancellation)
    {
        var keys = items.Select(item => (item.ConversationId, item.ClientMessageId)).Distinct().ToArray();
        var operators = items.Where(item => item.Actor.Kind == SenderType.Operator)
            .SelectMany(item => (item.MentionIds ?? []).Prepend(item.Actor.Id)).Distinct().ToArray();
        var replies = items.Where(item => item.ReplyToSeq is not null).ToList();
        await using var batch = db.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin"));
        batch.Add(LockConversations, keys.Select(key => key.ConversationId).Distinct().ToArray());
        if (operators.Length > 0)
            batch.Add(FindMembers, operators);
        if (withRepeats)
            batch.Add(FindStored, keys.Select(key => key.ConversationId).ToArray(), keys.Select(key => key.ClientMessageId).ToArray());
        if (replies.Count > 0)
            batch.BatchCommands.Add(QuoteSql.Find(replies.Select(item => (item.ConversationId, item.ReplyToSeq ?? 0))));

        var files = items.Where(item => item.HasFiles).SelectMany(item => item.AttachmentIds!).Distinct().ToArray();
        if (files.Length > 0)
            batch.Add(IntakeFiles.Find, files);

        var facts = new IntakeFacts();
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await ReadAllAsync(rows, row => AddConversation(facts, row), cancellation);
        if (operators.Length > 0 && await rows.NextResultAsync(cancellation))
            await ReadAllAsync(rows, row => facts.Members.Add((row.GetGuid(0), row.GetGuid(1)), row.GetString(2)), cancellation);
        if (withRepeats && await rows.NextResultAsync(cancellation))
            await ReadAllAsync(rows, row => AddStored(facts, row), cancellation);
        if (replies.Count > 0 && await rows.NextResultAsync(cancellation))
            await ReadAllAsync(rows, row => QuoteSql.Take(row, facts.Quoted), cancellation);
        if (files.Length > 0 && await rows.NextResultAsync(cancellation))
            await ReadAllAsync(rows, row => IntakeFiles.Add(facts, row), cancellation);
        return facts;
    }

    static async Task ReadAllAsync(NpgsqlDataReader rows, Action<NpgsqlDataReader> take, CancellationToken cancellation)
    {
        while (await rows.ReadAsync(cancellation))
            take(rows);
    }

    static void Add(this NpgsqlBatch batch, string sql, params Guid[][] ids)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in ids)
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        batch.BatchCommands.Add(command);
    }

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static void AddConversation(IntakeFacts facts, NpgsqlDataReader row)
    {
        var conversation = new Conversation
        {
            Id = row.GetGuid(0),
            ChannelId = row.GetGuid(1),
            VisitorId = row.GetGuid(2),
            Status = Words.Parse<ConversationStatus>(row.GetString(3)),
            SnoozedUntil = row.GetFieldValue<DateTimeOffset?>(4),
            LastSeq = row.GetInt64(5),
            UnreadByVisitor = row.GetInt32(6),
            UnreadByOperators = row.GetInt32(7),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(8),
            BegunAt = row.GetFieldValue<DateTimeOffset?>(9),
            LastActivityAt = row.GetFieldValue<DateTimeOffset>(10),
            WaitingSince = row.GetFieldValue<DateTimeOffset?>(11),
        };
        facts.Conversations.Add(conversation.Id, conversation);
        facts.VisitorNames[conversation.VisitorId] = Text(row, 12);
        if (row.GetBoolean(13))
            facts.Blocked.Add(conversation.VisitorId);
    }

    static void AddStored(IntakeFacts facts, NpgsqlDataReader row)
    {
        var message = new Message
        {
            Id = row.GetGuid(0),
            ConversationId = row.GetGuid(1),
            Seq = row.GetInt64(2),
            ClientMessageId = row.GetGuid(3),
            SenderType = Words.Parse<SenderType>(row.GetString(4)),
            SenderId = row.GetFieldValue<Guid?>(5),
            SenderName = Text(row, 6),
            Kind = Words.Parse<MessageKind>(row.GetString(7)),
            Body = row.GetString(8),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(9),
            ReplyToSeq = row.GetFieldValue<long?>(10),
            MentionIds = row.IsDBNull(11) ? null : row.GetFieldValue<Guid[]>(11),
            EditedAt = row.GetFieldValue<DateTimeOffset?>(12),
            DeletedAt = row.GetFieldValue<DateTimeOffset?>(13),
            Revision = row.GetFieldValue<long?>(14),
            Attachments = AttachmentListConverter.Read(Text(row, 15)),
        };
        facts.Stored.Add((message.ConversationId, message.ClientMessageId), message);
    }
}
