using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Messages;
using SiteAccess.ServiceDefaults.Seen;

namespace SiteAccess.UnitTests.Realtime;

public sealed class PositionTests(Stage stage) : IClassFixture<Stage>
{
    static readonly Actor Anna = new(SenderType.Visitor, Guid.NewGuid());

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Positions_that_come_while_others_are_told_go_together_each_at_its_furthest()
    {
        using var api = new HeldApi();
        using var reporter = await StartAsync(api);
        reporter.Report(Position(Guid.NewGuid(), 1));
        await Eventually.TrueAsync(() => api.Batches.Count == 1, Cancellation);

        var conversations = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToArray();
        foreach (var seq in new[] { 1, 3, 2 })
        {
            Array.ForEach(conversations, conversation => reporter.Report(Position(conversation, seq)));
        }

        api.Release();
        await Eventually.TrueAsync(() => api.Batches.Count == 2, Cancellation);
        Assert.Equal(50, api.Batches.Last().Items.Count);
        Assert.All(api.Batches.Last().Items, item => Assert.Equal(3, item.ReadSeq));
        api.Release();
    }

    [Fact]
    public async Task Positions_wait_for_an_Api_that_is_away()
    {
        using var api = new HeldApi { Fails = true };
        using var reporter = await StartAsync(api);
        var conversation = Guid.NewGuid();
        reporter.Report(Position(conversation, 7));
        api.Release();
        await Eventually.TrueAsync(() => api.Batches.Count == 1, Cancellation);
        api.Fails = false;
        api.Release();
        await Eventually.TrueAsync(() => api.Batches.Count == 2, Cancellation);
        Assert.Equal(7, Assert.Single(api.Batches.Last().Items).ReadSeq);
    }

    [Fact]
    public async Task What_the_board_already_has_is_not_told_again()
    {
        var (visitor, _, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        var board = new SeenBoard(stage.Gateway);
        await board.WriteAsync([new ConversationSeen(conversation, new Reached(5, 5), new Reached(0, 0))], Cancellation);

        await anna.CallAsync(HubEvents.MessageRead, new MessagePosition(conversation, 4), Cancellation);
        await anna.CallAsync(HubEvents.MessageAck, new MessagePosition(conversation, 5), Cancellation);
        await anna.CallAsync(HubEvents.MessageRead, new MessagePosition(conversation, 6), Cancellation);

        await Eventually.TrueAsync(() => Told(conversation).Any(position => position.ReadSeq == 6), Cancellation);
        Assert.DoesNotContain(Told(conversation), position => position.ReadSeq == 4);
        await board.WriteAsync([new ConversationSeen(conversation, new Reached(6, 6), new Reached(0, 0))], Cancellation);
        await board.WriteAsync([new ConversationSeen(conversation, new Reached(2, 2), new Reached(3, 1))], Cancellation); // late
        var seen = Assert.Single(await board.FindAsync([conversation], Cancellation))!;
        Assert.Equal((new Reached(6, 6), new Reached(3, 1)), (seen.Visitor, seen.Operators));
    }

    [Fact]
    public async Task Who_comes_back_or_joins_learns_how_far_both_sides_have_got()
    {
        var (visitor, id, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await new SeenBoard(stage.Gateway).WriteAsync(
            [new ConversationSeen(conversation, new Reached(5, 4), new Reached(3, 2))], Cancellation);
        await anna.CallAsync(HubEvents.MessageSince, new MessagesSince(conversation, 0), Cancellation);
        await anna.HearsAsync(HubEvents.MessageSeen, seen => Says(seen, "operator", 3, 2), Cancellation);

        // Not on the board: Api knows.
        var (_, other, theirs) = await stage.VisitorAsync();
        stage.Api.Positions.Enqueue(new ReportPosition(new Actor(SenderType.Visitor, other), theirs, 8, 7));
        await using var boris = await stage.OperatorAsync();
        await boris.CallAsync(HubEvents.ConversationJoin, new ConversationRef(theirs), Cancellation);
        await boris.HearsAsync(HubEvents.MessageSeen, seen => Says(seen, "visitor", 8, 7), Cancellation);
        Assert.NotEqual(id, other);
    }

    static bool Says(System.Text.Json.JsonElement seen, string who, long delivered, long read) =>
        seen.GetProperty("who").GetString() == who
        && seen.GetProperty("deliveredSeq").GetInt64() == delivered && seen.GetProperty("readSeq").GetInt64() == read;

    IEnumerable<ReportPosition> Told(Guid conversation) => stage.Api.Positions.Where(position => position.ConversationId == conversation);

    async Task<PositionReporter> StartAsync(HeldApi api)
    {
        var client = new RealtimeApi(new HttpClient(api) { BaseAddress = new Uri("http://api") });
        var seen = new SeenPositions(new SeenBoard(stage.Gateway), client, NullLogger<SeenPositions>.Instance);
        var reporter = new PositionReporter(client, seen, TimeProvider.System, NullLogger<PositionReporter>.Instance);
        await reporter.StartAsync(Cancellation);
        return reporter;
    }

    static ReportPosition Position(Guid conversation, long seq) => new(Anna, conversation, seq, seq);

    /// <summary>An Api that answers when it is told to.</summary>
    sealed class HeldApi : HttpMessageHandler
    {
        readonly SemaphoreSlim _release = new(0);

        public ConcurrentQueue<ReportPositions> Batches { get; } = [];

        public bool Fails { get; set; }

        public void Release() => _release.Release();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Batches.Enqueue((await request.Content!.ReadFromJsonAsync<ReportPositions>(WireJson.Options, cancellationToken))!);
            await _release.WaitAsync(cancellationToken);
            return new HttpResponseMessage(Fails ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NoContent);
        }
    }
}
