using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.SystemTests.Live;

/// <summary>A visitor and an operator, both on the hub, in one conversation.</summary>
sealed class Talk : IAsyncDisposable
{
    Talk(Guid conversationId, HubClient visitor, HubClient @operator) =>
        (ConversationId, Visitor, Operator) = (conversationId, visitor, @operator);

    public Guid ConversationId { get; }

    public HubClient Visitor { get; }

    public HubClient Operator { get; }

    public static async Task<Talk> BeginAsync(RunningSystem system, CancellationToken cancellation)
    {
        var session = await system.ArriveAsync(cancellation);
        using var api = system.Api(session.Token, system.DemoOrigin);
        var conversation = await api.BeginAsync(cancellation);
        var visitor = await HubClient.ConnectAsync(system.Addresses.Realtime, session.Token, system.DemoOrigin, cancellation);
        var tokens = await system.SignInAsync(cancellation);
        var @operator = await HubClient.ConnectAsync(system.Addresses.Realtime, tokens.AccessToken, origin: null, cancellation);
        await @operator.TellAsync(HubEvents.ConversationJoin, new ConversationRef(conversation.Id), cancellation);
        return new Talk(conversation.Id, visitor, @operator);
    }

    public Task<MessageAccepted> VisitorSaysAsync(string body, CancellationToken cancellation) => SayAsync(Visitor, body, cancellation);

    public Task<MessageAccepted> OperatorSaysAsync(string body, CancellationToken cancellation) => SayAsync(Operator, body, cancellation);

    public async ValueTask DisposeAsync()
    {
        await Visitor.DisposeAsync();
        await Operator.DisposeAsync();
    }

    Task<MessageAccepted> SayAsync(HubClient who, string body, CancellationToken cancellation) =>
        who.AskAsync<MessageAccepted>(HubEvents.MessageSend, new SendToConversation(ConversationId, Guid.NewGuid(), body), cancellation);
}
