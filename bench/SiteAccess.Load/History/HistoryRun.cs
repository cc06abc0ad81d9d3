using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SiteAccess.Load.Measures;
using SiteAccess.Load.Runs;
using SiteAccess.Load.Systems;

namespace SiteAccess.Load.History;

/// <summary>What reading a long conversation has shown.</summary>
sealed record HistoryReport(string Label, int Messages, Times Newest, Times Middle, Times Oldest)
{
    public string Human() => $"{Label}: newest {Newest}; middle {Middle}; oldest {Oldest}";
}

/// <summary>The time of a page of a conversation's history over REST, by the length of the conversation.</summary>
sealed class HistoryRun(SystemFile system, LoadOptions options)
{
    const int PageSize = 50;
    const int Pages = 300;
    const int WarmupPages = 100;

    const string Fill = """
        insert into message (id, conversation_id, seq, client_message_id, sender_type, sender_id, sender_name, kind, body, created_at)
        select uuidv7(), $1, n, gen_random_uuid(), 'visitor', $2, 'Visitor', 'text', $3, now() from generate_series(1, $4) n
        """;

    public async Task<HistoryReport> RunAsync(CancellationToken cancellation)
    {
        using var rest = new Rest(system.AllApis);
        var session = await rest.ArriveAsync(system.ChannelKey!, cancellation);
        var conversation = await rest.BeginAsync(session.Token, cancellation);
        await FillAsync(conversation.Id, session.VisitorId, cancellation);

        Task<Times> ReadAsync(string position) => TimeAsync(() => rest.ReadAsync(conversation.Id, $"limit={PageSize}{position}", session.Token, cancellation));

        // A server that has just started compiles what it serves first.
        for (var i = 0; i < 4; i++)
        {
            await ReadAsync("");
        }

        return new HistoryReport(
            options.Label,
            options.Messages,
            await ReadAsync(""),
            await ReadAsync(string.Create(CultureInfo.InvariantCulture, $"&before={options.Messages / 2}")),
            await ReadAsync(string.Create(CultureInfo.InvariantCulture, $"&before={PageSize + 1}")));
    }

    async Task FillAsync(Guid conversationId, Guid visitorId, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create($"{system.Postgres};Database=siteaccess;Command Timeout=0");
        await ExecuteAsync(source, Fill, cancellation, conversationId, visitorId, Wire.Body.Of(options.BodyBytes), options.Messages);
        await ExecuteAsync(source, "update conversation set last_seq = $2 where id = $1", cancellation, conversationId, (long)options.Messages);

        // What autovacuum and the checkpointer would have done by the time anybody reads a conversation of this length.
        await ExecuteAsync(source, "vacuum analyze message", cancellation);
        await ExecuteAsync(source, "checkpoint", cancellation);
    }

    static async Task ExecuteAsync(NpgsqlDataSource source, string text, CancellationToken cancellation, params object[] values)
    {
        await using var command = source.CreateCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task<Times> TimeAsync(Func<Task<int>> read)
    {
        var histogram = new Histogram();
        for (var i = 0; i < WarmupPages + Pages; i++)
        {
            var start = Stopwatch.GetTimestamp();
            if (await read() != PageSize)
            {
                throw new InvalidDataException("The page is not full");
            }

            if (i >= WarmupPages)
            {
                histogram.Add((long)Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            }
        }

        return Times.Of(histogram);
    }
}
