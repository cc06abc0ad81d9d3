using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>A node in this process, so that what it measures can be heard.</summary>
public sealed class MetricsTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_deliveries_resumes_refusals_pings_and_positions_are_measured()
    {
        using var ear = new Ear();
        await using var node = new Node(stage);
        var (visitor, conversation) = (Guid.NewGuid(), Guid.NewGuid());
        stage.Api.Conversations[conversation] = visitor;
        await using (var anna = await HubSocket.ConnectAsync(node.Address, stage.VisitorToken(visitor), Stage.Origin, Cancellation))
        {
            await ear.HearsAsync("siteaccess.connections", 1, "siteaccess.connection.kind=visitor");

            await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "hello"), Cancellation);
            await anna.HearsAsync(HubEvents.MessageReceived, _ => true, Cancellation);
            await ear.HearsAsync("siteaccess.message.delivery.duration");
            Assert.InRange(ear.Last("siteaccess.message.delivery.duration"), 0, 20);

            await anna.CallAsync(HubEvents.MessageRead, new MessagePosition(conversation, 1), Cancellation);
            await ear.HearsAsync("siteaccess.position.batch.size", 1);

            await anna.CallAsync(HubEvents.MessageSince, new MessagesSince(conversation, 99), Cancellation);
            await ear.HearsAsync("siteaccess.resumes", 1, "siteaccess.missed=False");

            await Assert.ThrowsAsync<InvalidOperationException>(
                () => anna.CallAsync(HubEvents.Typing, new TypingNotice(Guid.NewGuid(), true), Cancellation));
            await ear.HearsAsync("siteaccess.dispatch.errors", 1, "error.type=conversation.not-found");

            await anna.HearsAsync(HubEvents.Ping, _ => true, Cancellation);
            await anna.CallAsync(HubEvents.Pong, new { }, Cancellation);
            await anna.CallAsync(HubEvents.Pong, new { }, Cancellation);
            await ear.HearsAsync("siteaccess.ws.ping.latency", tag: "siteaccess.connection.kind=visitor");
            Assert.InRange(ear.Last("siteaccess.ws.ping.latency"), 0, 20);
            Assert.Equal(1, ear.Count("siteaccess.ws.ping.latency"));
        }

        await ear.HearsAsync("siteaccess.connections", -1, "siteaccess.connection.kind=visitor");
    }

    [Fact]
    public async Task A_resume_that_had_missed_something_says_so()
    {
        using var ear = new Ear();
        await using var node = new Node(stage);
        var (visitor, conversation) = (Guid.NewGuid(), Guid.NewGuid());
        stage.Api.Conversations[conversation] = visitor;
        await using var anna = await HubSocket.ConnectAsync(node.Address, stage.VisitorToken(visitor), Stage.Origin, Cancellation);
        await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "one"), Cancellation);
        await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "two"), Cancellation);
        var first = (await anna.CallAsync(HubEvents.MessageSince, new MessagesSince(conversation, 0), Cancellation)).GetProperty("messages")[0];

        var since = new MessagesSince(conversation, first.GetProperty("seq").GetInt64());
        await anna.CallAsync(HubEvents.MessageSince, since, Cancellation);
        await anna.CallAsync(HubEvents.MessageSince, since, Cancellation);

        await ear.HearsAsync("siteaccess.resumes", 1, "siteaccess.missed=True");
        Assert.Equal(1, ear.Count("siteaccess.resumes", "siteaccess.missed=True"));
    }

    sealed class Node : WebApplicationFactory<LiveHub>
    {
        readonly Stage _stage;

        public Node(Stage stage)
        {
            _stage = stage;
            UseKestrel(0);
            StartServer();
        }

        public Uri Address => ClientOptions.BaseAddress;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.UseSetting("ConnectionStrings:redis", _stage.Redis.ConnectionString);
            builder.UseSetting("services:api:http:0", _stage.Api.Address);
            builder.UseSetting("Tokens:SigningKey", Stage.Key);
        }
    }

    /// <summary>Hears our instruments. Other tests in this process measure too, but none of them what is asked for here.</summary>
    sealed class Ear : IDisposable
    {
        readonly MeterListener _listener = new();
        readonly ConcurrentQueue<(string Name, double Value, string Tags)> _heard = [];

        public Ear()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == SiteAccessTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
            _listener.Start();
        }

        public Task HearsAsync(string name, double? value = null, string tag = "") =>
            Eventually.TrueAsync(() => Of(name, tag).Any(heard => value is null || heard == value), Cancellation);

        public double Last(string name) => Of(name, "").Last();

        public int Count(string name, string tag = "") => Of(name, tag).Count();

        public void Dispose() => _listener.Dispose();

        IEnumerable<double> Of(string name, string tag) =>
            _heard.Where(heard => heard.Name == name && heard.Tags.Contains(tag, StringComparison.Ordinal)).Select(heard => heard.Value);

        void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _heard.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
    }
}
