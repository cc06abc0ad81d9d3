using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>Finds the messages that others quote, many in one statement: each as it stands now.</summary>
static class QuoteSql
{
    const string FindQuoted = """
        select distinct m.conversation_id, m.seq, m.sender_type, m.sender_name, m.kind, left(m.body, $3), m.deleted_at is not null
        from unnest($1, $2) k(conversation_id, seq) join message m on m.conversation_id = k.conversation_id and m.seq = k.seq
        """;

    /// <summary>The statement for some places.</summary>
    public static NpgsqlBatchCommand Find(IEnumerable<(Guid ConversationId, long Seq)> places)
    {
        var wanted = places.ToList();
        var command = new NpgsqlBatchCommand(FindQuoted)
            .With(NpgsqlDbType.Uuid, wanted.Select(place => place.ConversationId))
            .With(NpgsqlDbType.Bigint, wanted.Select(place => place.Seq));
        command.Parameters.Add(new NpgsqlParameter { Value = MessageRules.MaxQuoteLength, NpgsqlDbType = NpgsqlDbType.Integer });
        return command;
    }

    /// <summary>Takes a row of its answer.</summary>
    public static void Take(NpgsqlDataReader row, Dictionary<(Guid ConversationId, long Seq), QuotedMessage> quoted) =>
        quoted[(row.GetGuid(0), row.GetInt64(1))] = new QuotedMessage(
            row.GetInt64(1),
            Words.Parse<SenderType>(row.GetString(2)),
            row.IsDBNull(3) ? null : row.GetString(3),
            Words.Parse<MessageKind>(row.GetString(4)),
            row.GetString(5),
            row.GetBoolean(6) ? true : null);
}
