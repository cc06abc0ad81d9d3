using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>Api as Realtime sees it: the internal routes over a list in memory, announcing on the bus.</summary>
sealed class FakeApi : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly EventBus _bus;
    readonly Lock _gate = new();
    readonly List<MessageView> _messages = [];

    FakeApi(WebApplication app, EventBus bus) => (_app, _bus) = (app, bus);

    public Guid ChannelId { get; } = Guid.NewGuid();

    /// <summary>Conversation → its visitor. Operators are in all of them.</summary>
    public ConcurrentDictionary<Guid, Guid> Conversations { get; } = [];

    public ConcurrentQueue<ReportPosition> Positions { get; } = [];

    /// <summary>How many positions came together, request by request.</summary>
    public ConcurrentQueue<int> PositionBatches { get; } = [];

    public ConcurrentDictionary<Guid, bool> EndedSessions { get; } = [];

    /// <summary>What Api would count as unread.</summary>
    public ConcurrentDictionary<Guid, int> UnreadCounts { get; } = [];

    public string Address => _app.Urls.Single();

    public static async Task<FakeApi> StartAsync(EventBus bus, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var api = new FakeApi(app, bus);
        app.Use((context, next) =>
        {
            api.Requests.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
            return next(context);
        });
        app.MapGet("/alive", () => "alive");
        app.MapPost("/internal/messages", (SendBatch batch) => api.StoreAsync(batch));
        app.MapGet("/internal/conversations/{id:guid}/messages", api.List);
        app.MapGet("/internal/seats", (Guid conversationId, SenderType actorKind, Guid actorId) =>
            api.Seat(new Actor(actorKind, actorId), conversationId) is { } seat
                ? Results.Ok(seat)
                : Problem.Of(404, ErrorCodes.ConversationNotFound));
        app.MapPost("/internal/visitors/conversations", api.ListVisitors);
        app.MapPost("/internal/conversations/heads", (AskHeads request) =>
            api.IsAway ? Problem.Of(503, ErrorCodes.ServerUnavailable) : Results.Ok(api.FindHeads(request)));
        app.MapPost("/internal/conversations/news", api.FindNews);
        app.MapGet("/internal/operators/{id:guid}/channels", () => new[] { new ChannelSummary(api.ChannelId, "Shop") });
        app.MapPost("/internal/positions", api.Report);
        app.MapPost("/internal/positions/find", (FindSeen asked) => asked.ConversationIds.Select(api.SeenIn));
        app.MapPost("/internal/operator-sessions/ended", (SessionIds asked) => new SessionIds([.. asked.Ids.Where(api.EndedSessions.ContainsKey)]));
        app.MapPost("/internal/unread-counts", (CountUnread question) =>
            question.ConversationIds.Select(id => new UnreadCount(id, api.UnreadCounts.GetValueOrDefault(id))));
        await app.StartAsync(cancellation);
        return api;
    }

    /// <summary>Conversation → its status, where it is not open.</summary>
    public ConcurrentDictionary<Guid, ConversationStatus> Statuses { get; } = [];

    /// <summary>Conversation → who has it.</summary>
    public ConcurrentDictionary<Guid, Guid?> Assignees { get; } = [];

    /// <summary>What was asked by position: how many conversations in each request.</summary>
    public ConcurrentQueue<int> Polls { get; } = [];

    /// <summary>Whether nothing is told on the bus, as if the other nodes alone had heard it.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether it cannot say where conversations stand.</summary>
    public bool IsAway { get; set; }

    /// <summary>While it is not done, nothing is stored.</summary>
    public Task Storing { get; set; } = Task.CompletedTask;

    /// <summary>How often each route was asked for.</summary>
    public ConcurrentDictionary<string, int> Requests { get; } = [];

    public ConversationSummary Row(Guid id) => new(
        id, ChannelId, "Shop", new VisitorSummary(Conversations[id], "Anna", "anna@shop.example"), Statuses.GetValueOrDefault(id), Assignees.GetValueOrDefault(id), "Boris",
        LastSeq(id), 0, null, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, null);

    /// <summary>Somebody writes by way of another node.</summary>
    public Task<MessageView> SayAsync(Guid conversation, string body) => StoreAsync(
        new SendItem(new Actor(SenderType.Operator, Guid.NewGuid()), conversation, Guid.NewGuid(), body));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task<SendBatchResult> StoreAsync(SendBatch batch)
    {
        await Storing;
        var results = new List<SendAnswer>();
        foreach (var item in batch.Items)
        {
            results.Add(Seat(item.Actor, item.ConversationId) is null
                ? new SendAnswer(null, ErrorCodes.ConversationNotFound)
                : new SendAnswer(Accepted(await StoreAsync(item))));
        }

        return new SendBatchResult(results);
    }

    async Task<MessageView> StoreAsync(SendItem item)
    {
        var message = Keep(item);
        if (!IsSilent)
        {
            var told = BusEvents.Of(HubEvents.MessageReceived, ChannelId, message, message.ConversationId, message.Seq);
            await _bus.PublishAsync(BusChannels.Conversation(message.ConversationId), told);
        }

        return message;
    }

    /// <summary>Stores a message of which the bus says nothing.</summary>
    public MessageView Keep(SendItem item)
    {
        lock (_gate)
        {
            if (_messages.Find(stored => stored.ClientMessageId == item.ClientMessageId) is { } repeated)
            {
                return repeated;
            }

            var message = new MessageView(
                Guid.NewGuid(), item.ConversationId, LastSeq(item.ConversationId) + 1, item.ClientMessageId, item.Actor.Kind, item.Actor.Id, null,
                item.Body.StartsWith("note:", StringComparison.Ordinal) ? MessageKind.Note : MessageKind.Text,
                item.Body, [], DateTimeOffset.UtcNow);
            _messages.Add(message);
            return message;
        }
    }

    static MessageAccepted Accepted(MessageView message) => new(message.Id, message.Seq, message.CreatedAt);

    MessagePage List(Guid id, long after, int limit)
    {
        lock (_gate)
        {
            var later = _messages.Where(message => message.ConversationId == id && message.Seq > after).ToList();
            return new MessagePage([.. later.Take(limit)], LastSeq(id), "1", later.Count > limit);
        }
    }

    IEnumerable<VisitorConversations> ListVisitors(AskVisitors request) => request.VisitorIds.Select(visitor => new VisitorConversations(
        visitor, "Anna", [.. Conversations.Where(entry => entry.Value == visitor).Select(entry => Head(entry.Key))]));

    HeadsView FindHeads(AskHeads request)
    {
        Polls.Enqueue(request.ConversationIds.Count);
        return new HeadsView(
            "1",
            [.. request.ConversationIds.Where(Conversations.ContainsKey).Select(Head)],
            request.ChannelIds.Contains(ChannelId) ? [.. Conversations.Keys.Select(Head)] : []);
    }

    NewsView FindNews(AskNews request)
    {
        lock (_gate)
        {
            var later = request.Positions.SelectMany(position => _messages
                .Where(message => message.ConversationId == position.ConversationId && message.Seq > position.AfterSeq)
                .Take(AskNews.MaxMessages));
            return new NewsView([.. later], [.. request.Rows.Select(Row)]);
        }
    }

    ConversationHead Head(Guid id) => new(id, ChannelId, LastSeq(id), Statuses.GetValueOrDefault(id), Assignees.GetValueOrDefault(id));

    long LastSeq(Guid id)
    {
        lock (_gate)
        {
            return _messages.Count(message => message.ConversationId == id);
        }
    }

    void Report(ReportPositions positions)
    {
        PositionBatches.Enqueue(positions.Items.Count);
        foreach (var position in positions.Items)
        {
            Positions.Enqueue(position);
        }
    }

    ConversationSeen SeenIn(Guid id)
    {
        long Furthest(SenderType who, Func<ReportPosition, long?> which) =>
            Positions.Where(position => position.ConversationId == id && position.Actor.Kind == who).Max(which) ?? 0;
        Reached Of(SenderType who) => new(Furthest(who, position => position.DeliveredSeq), Furthest(who, position => position.ReadSeq));
        return new ConversationSeen(id, Of(SenderType.Visitor), Of(SenderType.Operator));
    }

    Seat? Seat(Actor actor, Guid id) =>
        Conversations.TryGetValue(id, out var visitor) && (actor.Kind == SenderType.Operator || actor.Id == visitor)
            ? new Seat(id, ChannelId, actor.Kind, actor.Id, actor.Kind == SenderType.Operator ? "Boris" : "Anna", LastSeq(id))
            : null;
}
