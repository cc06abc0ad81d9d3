using System.Globalization;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Messages;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Transcripts;

/// <summary>Writes a conversation as plain text, page by page, however long it is: <c>[2026-11-21 14:05] Anna: words</c>.</summary>
sealed class TranscriptWriter(MessageHistory history, TranscriptQuery query, TimeZoneInfo zone)
{
    bool IsRussian => string.Equals(query.Language, "ru", StringComparison.OrdinalIgnoreCase);

    public async Task WriteAsync(Stream stream, Actor reader, InboxRow row, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true);
        var summary = row.ToSummary();
        await text.WriteLineAsync($"{summary.ChannelName} · {summary.Visitor.Name} · {Time(summary.CreatedAt)} ({zone.Id})");
        await text.WriteLineAsync();
        MessagePage? page;
        var after = 0L;
        do
        {
            var range = new MessageRange { After = after, Limit = MessageRules.MaxPageSize };
            page = await history.PageAsync(reader, summary.Id, range, cancellation);
            foreach (var message in page?.Messages ?? [])
                if (LineOf(message) is { } line)
                    await text.WriteLineAsync(line.AsMemory(), cancellation);
            after = page is { Messages: [.., var last] } ? last.Seq : after;
        }
        while (page?.HasMore == true);
    }

    string? LineOf(MessageView message)
    {
        if (message.Kind == MessageKind.Event || (message.Kind == MessageKind.Note && query.Notes != true))
            return null;
        var note = message.Kind == MessageKind.Note ? Say(" (private note)", " (заметка)") : "";
        var edited = message is { EditedAt: not null, DeletedAt: null } ? Say(" (edited)", " (изменено)") : "";
        var body = message.DeletedAt is null ? message.Body : Say("(message deleted)", "(сообщение удалено)");
        return $"[{Time(message.CreatedAt)}] {message.SenderName ?? Say("System", "Система")}{note}{edited}: {body}";
    }

    string Say(string english, string russian) => IsRussian ? russian : english;

    string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
