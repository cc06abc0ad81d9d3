using System.Diagnostics.CodeAnalysis;
using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Attachments;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>A file that was uploaded and has no message yet.</summary>
/// <param name="ConversationId">Where it was uploaded.</param>
/// <param name="Uploader">By whom.</param>
/// <param name="MaxCount">Files in one message at most, as its channel says.</param>
/// <param name="View">The file.</param>
sealed record WaitingFile(Guid ConversationId, Actor Uploader, int MaxCount, AttachmentView View);

/// <summary>The files of a batch of sends. A batch without files asks and writes nothing of this.</summary>
static class IntakeFiles
{
    /// <summary>Locked, so that they are neither swept nor given to another message meanwhile.</summary>
    public const string Find = """
        select a.id, a.conversation_id, a.uploader_type, a.uploader_id, a.name, a.content_type, a.size, a.width, a.height, ch.attachment_max_count
        from attachment a join conversation c on c.id = a.conversation_id join channel ch on ch.id = c.channel_id
        where a.id = any($1) and a.message_id is null and a.is_whole order by a.id for update of a
        """;

    const string LinkFiles = """
        with linked as (
            update attachment a set message_id = u.message_id from unnest($1, $2) u(id, message_id) where a.id = u.id)
        update message m set attachments = u.attachments from unnest($3, $4) u(id, attachments) where m.id = u.id
        """;

    public static void Add(IntakeFacts facts, NpgsqlDataReader row) => facts.Files.Add(
        row.GetGuid(0),
        new WaitingFile(
            row.GetGuid(1),
            new Actor(Words.Parse<SenderType>(row.GetString(2)), row.GetGuid(3)),
            row.GetInt32(9),
            new AttachmentView(
                row.GetGuid(0), row.GetString(4), row.GetString(5), row.GetInt64(6), row.GetFieldValue<int?>(7), row.GetFieldValue<int?>(8))));

    /// <summary>Takes an item's files for its message: each is its sender's own, of this conversation, and free.</summary>
    /// <returns>Whether it may have them; <paramref name="files"/> is null when it asks for none.</returns>
    public static bool TryTake(
        IntakeFacts facts, SendItem item, out IReadOnlyList<AttachmentView>? files, [NotNullWhen(false)] out string? refusal)
    {
        (files, refusal) = (null, null);
        if (!item.HasFiles)
            return true;
        var found = item.AttachmentIds!.Select(id => facts.Files.GetValueOrDefault(id)).OfType<WaitingFile>()
            .Where(file => file.ConversationId == item.ConversationId && file.Uploader == item.Actor)
            .ToList();
        if (found.Count < item.AttachmentIds!.Count)
            refusal = ErrorCodes.AttachmentNotFound;
        else if (found.Count > found[0].MaxCount)
            refusal = ErrorCodes.AttachmentTooMany;
        if (refusal is not null)
            return false;
        found.ForEach(file => facts.Files.Remove(file.View.Id));
        files = found.ConvertAll(file => file.View);
        return true;
    }

    public static NpgsqlBatchCommand Link(IntakePlan plan)
    {
        var messages = plan.Added.Select(added => added.Message).Where(message => message.Attachments is not null).ToList();
        return new NpgsqlBatchCommand(LinkFiles)
            .With(NpgsqlDbType.Uuid, messages.SelectMany(message => message.Attachments!.Select(file => file.Id)))
            .With(NpgsqlDbType.Uuid, messages.SelectMany(message => message.Attachments!.Select(_ => message.Id)))
            .With(NpgsqlDbType.Uuid, messages.Select(message => message.Id))
            .With(NpgsqlDbType.Jsonb, messages.Select(message => AttachmentListConverter.Write(message.Attachments)));
    }
}
