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
        app.MapGet("/alive", () => "alive");
        app.MapPost("/internal/messages", (SendBatch batch) => api.StoreAsync(batch));
        app.MapGet("/internal/conversations/{id:guid}/messages", api.List);
        app.MapGet("/internal/seats", (Guid conversationId, SenderType actorKind, Guid actorId) =>
            api.Seat(new Actor(actorKind, actorId), conversationId) is { } seat
                ? Results.Ok(seat)
                : Problem.Of(404, ErrorCodes.ConversationNotFound));
        app.MapGet("/internal/visitors/{id:guid}/conversations", (Guid id) =>
            api.Conversations.Where(entry => entry.Value == id).Select(entry => api.Row(entry.Key)));
        app.MapGet("/internal/operators/{id:guid}/channels", () => new[] { new ChannelSummary(api.ChannelId, "Shop") });
        app.MapPost("/internal/positions", (ReportPosition position) => api.Positions.Enqueue(position));
        app.MapPost("/internal/unread-counts", (CountUnread question) =>
            question.ConversationIds.Select(id => new UnreadCount(id, api.UnreadCounts.GetValueOrDefault(id))));
        await app.StartAsync(cancellation);
        return api;
    }

    public ConversationSummary Row(Guid id) => new(
        id, ChannelId, "Shop", new VisitorSummary(Conversations[id], "Anna", "anna@shop.example"), ConversationStatus.Open, null, "Boris", _messages.Count, 0,
        null, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, null);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task<SendBatchResult> StoreAsync(SendBatch batch)
    {
        var results = new List<SendResult>();
        foreach (var item in batch.Items)
        {
            results.Add(Seat(item.Actor, item.ConversationId) is null
                ? new SendResult(null, Error: ErrorCodes.ConversationNotFound)
                : new SendResult(await StoreAsync(item)));
        }

        return new SendBatchResult(results);
    }

    async Task<MessageView> StoreAsync(SendItem item)
    {
        var message = Keep(item);
        var told = BusEvents.Of(HubEvents.MessageReceived, ChannelId, message, message.ConversationId, message.Seq);
        await _bus.PublishAsync(BusChannels.Conversation(message.ConversationId), told);
        return message;
    }

    /// <summary>Stores a message of which the bus says nothing.</summary>
    public MessageView Keep(SendItem item)
    {
        lock (_gate)
        {
            var message = new MessageView(
                Guid.NewGuid(), item.ConversationId, _messages.Count + 1, item.ClientMessageId, item.Actor.Kind, item.Actor.Id, null,
                item.Body.StartsWith("note:", StringComparison.Ordinal) ? MessageKind.Note : MessageKind.Text,
                item.Body, [], DateTimeOffset.UtcNow);
            _messages.Add(message);
            return message;
        }
    }

    MessagePage List(Guid id, long after, int limit)
    {
        lock (_gate)
        {
            var later = _messages.Where(message => message.ConversationId == id && message.Seq > after).ToList();
            return new MessagePage([.. later.Take(limit)], _messages.Count, "1", later.Count > limit);
        }
    }

    Seat? Seat(Actor actor, Guid id) =>
        Conversations.TryGetValue(id, out var visitor) && (actor.Kind == SenderType.Operator || actor.Id == visitor)
            ? new Seat(id, ChannelId, actor.Kind, actor.Id, actor.Kind == SenderType.Operator ? "Boris" : "Anna")
            : null;
}
