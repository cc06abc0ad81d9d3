using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Messages;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.UnitTests.Realtime;

public sealed class MessageForwarderTests
{
    static readonly Guid Conversation = Guid.NewGuid();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_batch_is_under_way_the_next_collects_in_order()
    {
        using var api = new HeldApi();
        using var forwarder = await StartAsync(api);
        var first = forwarder.SendAsync(Item("0"), Cancellation);
        await Eventually.TrueAsync(() => api.Batches.Count == 1, Cancellation);
        var rest = Enumerable.Range(1, 99).Select(i => forwarder.SendAsync(Item($"{i}"), Cancellation)).ToArray();

        api.Release();
        Assert.Equal(1, (await first).Seq);
        api.Release();
        var stored = await Task.WhenAll(rest);

        Assert.Equal([1, 99], api.Batches.Select(batch => batch.Items.Count));
        Assert.Equal(Enumerable.Range(1, 99).Select(i => $"{i}"), api.Batches.Last().Items.Select(item => item.Body));
        Assert.Equal(Enumerable.Range(2, 99).Select(i => (long)i), stored.Select(message => message.Seq));
    }

    [Fact]
    public async Task A_single_message_does_not_wait_for_others()
    {
        using var api = new HeldApi(isHeld: false);
        using var forwarder = await StartAsync(api);
        Assert.Equal(1, (await forwarder.SendAsync(Item("alone"), Cancellation)).Seq);
        Assert.Equal("alone", Assert.Single(Assert.Single(api.Batches).Items).Body);
    }

    [Fact]
    public async Task One_bad_item_gets_its_own_answer_and_fails_nobody_else()
    {
        using var api = new HeldApi();
        using var forwarder = await StartAsync(api);
        var first = forwarder.SendAsync(Item("first"), Cancellation);
        await Eventually.TrueAsync(() => api.Batches.Count == 1, Cancellation);
        var good = forwarder.SendAsync(Item("good"), Cancellation);
        var bad = forwarder.SendAsync(Item(HeldApi.Bad), Cancellation);
        var alsoGood = forwarder.SendAsync(Item("also good"), Cancellation);

        api.Release();
        api.Release();
        await Task.WhenAll(first, good, alsoGood);
        Assert.Equal(ErrorCodes.MessageInvalid, (await Assert.ThrowsAsync<ApiException>(() => bad)).Code);
        Assert.Equal(2, api.Batches.Count);
    }

    [Fact]
    public async Task A_batch_that_fails_answers_everybody_and_the_next_one_goes_through()
    {
        using var api = new HeldApi(isHeld: false) { Failure = HttpStatusCode.InternalServerError };
        using var forwarder = await StartAsync(api);
        var refusal = await Assert.ThrowsAsync<ApiException>(() => forwarder.SendAsync(Item("lost"), Cancellation));
        Assert.Equal(ErrorCodes.ServerError, refusal.Code);

        api.Failure = null;
        Assert.Equal(1, (await forwarder.SendAsync(Item("again"), Cancellation)).Seq);
    }

    [Fact]
    public async Task While_Api_is_away_a_batch_is_sent_again_until_it_is_stored()
    {
        using var api = new HeldApi(isHeld: false) { Failure = HttpStatusCode.ServiceUnavailable };
        using var forwarder = await StartAsync(api);
        var sending = forwarder.SendAsync(Item("patient"), Cancellation);
        await Eventually.TrueAsync(() => api.Batches.Count >= 3, Cancellation);
        Assert.False(sending.IsCompleted);

        api.Failure = null;
        Assert.Equal(1, (await sending).Seq);
        Assert.Single(api.Batches.SelectMany(batch => batch.Items).Select(item => item.ClientMessageId).Distinct());
    }

    [Fact]
    public async Task Who_has_gone_before_the_batch_left_is_not_sent()
    {
        using var api = new HeldApi();
        using var forwarder = await StartAsync(api);
        using var gone = new CancellationTokenSource();
        var first = forwarder.SendAsync(Item("first"), Cancellation);
        await Eventually.TrueAsync(() => api.Batches.Count == 1, Cancellation);
        var left = forwarder.SendAsync(Item("left"), gone.Token);
        var stayed = forwarder.SendAsync(Item("stayed"), Cancellation);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        api.Release();
        api.Release();
        await Task.WhenAll(first, stayed);
        Assert.Equal(["stayed"], api.Batches.Last().Items.Select(item => item.Body));
    }

    [Fact]
    public async Task A_batch_of_one_is_a_step_of_its_trace_and_one_of_many_links_to_each()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SiteAccessTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var api = new HeldApi();
        using var forwarder = await StartAsync(api);
        string[] traces = [.. Enumerable.Range(0, 3).Select(_ => $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01")];
        var first = forwarder.SendAsync(Item("first", traces[0]), Cancellation);
        await Eventually.TrueAsync(() => api.Batches.Count == 1, Cancellation);
        var rest = traces[1..].Select(trace => forwarder.SendAsync(Item("rest", trace), Cancellation)).ToArray();
        api.Release();
        api.Release();
        await first;
        await Task.WhenAll(rest);

        Assert.Contains(spans, span => traces[0].Contains(span.TraceId.ToString(), StringComparison.Ordinal));
        var many = Assert.Single(spans, span => span.Links.Any(link => traces[1].Contains(link.Context.TraceId.ToString(), StringComparison.Ordinal)));
        Assert.Equal(2, many.Links.Count());
        Assert.Equal(traces[1..], api.Batches.Last().Items.Select(item => item.TraceParent));
    }

    static async Task<MessageForwarder> StartAsync(HeldApi api)
    {
        var client = new RealtimeApi(new HttpClient(api) { BaseAddress = new Uri("http://api") });
        var forwarder = new MessageForwarder(client, NullLogger<MessageForwarder>.Instance);
        await forwarder.StartAsync(Cancellation);
        return forwarder;
    }

    static SendItem Item(string body, string? trace = null) =>
        new(new Actor(SenderType.Visitor, Guid.NewGuid()), Conversation, Guid.NewGuid(), body, TraceParent: trace);

    /// <summary>An Api that answers a batch when it is told to.</summary>
    sealed class HeldApi(bool isHeld = true) : HttpMessageHandler
    {
        public const string Bad = "bad";

        readonly SemaphoreSlim _release = new(0);
        long _seq;

        public ConcurrentQueue<SendBatch> Batches { get; } = [];

        public HttpStatusCode? Failure { get; set; }

        public void Release() => _release.Release();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var batch = await request.Content!.ReadFromJsonAsync<SendBatch>(WireJson.Options, cancellationToken);
            Batches.Enqueue(batch!);
            if (isHeld)
            {
                await _release.WaitAsync(cancellationToken);
            }

            return Failure is { } status
                ? new HttpResponseMessage(status) { Content = new StringContent("<html>") }
                : new HttpResponseMessage { Content = JsonContent.Create(Store(batch!), options: WireJson.Options) };
        }

        SendBatchResult Store(SendBatch batch) => new([.. batch.Items.Select(item => item.Body == Bad
            ? new SendAnswer(null, ErrorCodes.MessageInvalid)
            : new SendAnswer(new MessageAccepted(Guid.NewGuid(), ++_seq, DateTimeOffset.UtcNow)))]);
    }
}
