using System.Globalization;
using System.Net;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Realtime;

public sealed class EventStreamTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_position_is_the_events_id_and_brings_back_what_came_after_it()
    {
        var (conversation, visitor, token) = stage.Begin();
        var address = stage.Node.Events($"session={conversation}&token={token}");
        MessageView first, second;
        await using (var before = await EventStream.OpenAsync(address))
        {
            Assert.Equal("text/event-stream", before.Answer.Content.Headers.ContentType?.MediaType);
            first = await stage.SayAsync(visitor, conversation, "первое");
            await before.HearsAsync(sent => sent.Id == Text(first.Seq) && sent.Frame.GetProperty("data").GetProperty("body").GetString() == "первое");
        }

        second = await stage.SayAsync(visitor, conversation, "second");
        await using var byHeader = await EventStream.OpenAsync(address, lastEventId: Text(first.Seq));
        await using var byQuery = await EventStream.OpenAsync(new Uri($"{address}&lastEventId={first.Seq}"));
        await using var fromNow = await EventStream.OpenAsync(address);
        var third = await stage.SayAsync(visitor, conversation, "third");
        foreach (var stream in new[] { byHeader, byQuery, fromNow })
        {
            await stream.HearsAsync(sent => sent.Id == Text(third.Seq));
        }

        Assert.Equal([Text(second.Seq), Text(third.Seq)], byHeader.Events.Select(sent => sent.Id));
        Assert.Equal([Text(second.Seq), Text(third.Seq)], byQuery.Events.Select(sent => sent.Id));
        Assert.Equal([Text(third.Seq)], fromNow.Events.Select(sent => sent.Id));
    }

    [Fact]
    public async Task A_page_of_the_tokens_origin_may_read_it_and_no_other()
    {
        var (conversation, _, token) = stage.Begin();
        var address = stage.Node.Events($"session={conversation}&token={token}");
        await using var page = await EventStream.OpenAsync(address, Stage.Origin);
        Assert.Equal(Stage.Origin, Assert.Single(page.Answer.Headers.GetValues("Access-Control-Allow-Origin")));

        await using var foreign = await EventStream.OpenAsync(address, "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Answer.StatusCode);
        Assert.False(foreign.Answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task What_was_stored_while_Redis_was_away_comes_all_the_same()
    {
        await using var own = new Stage();
        await own.InitializeAsync();
        var (conversation, visitor, token) = own.Begin();
        await using var stream = await EventStream.OpenAsync(own.Node.Events($"session={conversation}&token={token}"));
        await own.Redis.KillAsync();
        var away = await own.SayAsync(visitor, conversation, "without Redis", isLost: true);
        await stream.HearsAsync(sent => sent.Id == Text(away.Seq));

        await own.Redis.StartAgainAsync(Cancellation);
        var back = await own.SayAsync(visitor, conversation, "with Redis again", isLost: true);
        await stream.HearsAsync(sent => sent.Id == Text(back.Seq));
        Assert.Equal([Text(away.Seq), Text(back.Seq)], stream.Events.Select(sent => sent.Id));
    }

    static string Text(long seq) => seq.ToString(CultureInfo.InvariantCulture);
}
