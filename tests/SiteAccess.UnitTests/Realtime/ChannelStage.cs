using System.Security.Claims;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>The open channel's people: tokens, addresses, and words in their conversations.</summary>
static class ChannelStage
{
    /// <summary>A visitor's conversation and the token for it.</summary>
    public static (Guid ConversationId, Actor Visitor, string Token) Begin(this Stage stage)
    {
        var (conversation, visitor) = (Guid.NewGuid(), new Actor(SenderType.Visitor, Guid.NewGuid()));
        stage.Api.Conversations[conversation] = visitor.Id;
        return (conversation, visitor, stage.Mint.VisitorChannel(visitor.Id, conversation));
    }

    public static string VisitorChannel(this TokenMint mint, Guid visitor, Guid conversation) => mint.Channel(
        Caller((AccessClaims.Subject, visitor.ToString()), (AccessClaims.Purpose, Purposes.Visitor), (AccessClaims.Origin, Stage.Origin)),
        conversation).Value;

    public static string OperatorChannel(this TokenMint mint, Guid conversation) => mint.Channel(
        Caller(
            (AccessClaims.Subject, Guid.NewGuid().ToString()),
            (AccessClaims.Purpose, Purposes.Operator),
            (AccessClaims.Session, Guid.NewGuid().ToString())),
        conversation).Value;

    public static string Staff(this TokenMint mint) => mint.Operator(Guid.NewGuid(), "Boris", "operator", Guid.NewGuid()).Value;

    public static Uri Socket(this RealtimeNode node, string query) =>
        new UriBuilder(node.Address) { Scheme = "ws", Path = "/channel/ws", Query = query }.Uri;

    public static Uri Events(this RealtimeNode node, string query) => new UriBuilder(node.Address) { Path = "/channel/sse", Query = query }.Uri;

    /// <summary>A client of a conversation's WebSocket.</summary>
    public static Task<ChannelClient> ListenAsync(
        this Stage stage, Guid conversation, string token, string more = "", RealtimeNode? node = null) =>
        ChannelClient.ConnectAsync((node ?? stage.Node).Socket($"session={conversation}&token={token}{more}"));

    public static Task<ChannelClient> ListenToAllAsync(this Stage stage, string token) =>
        ChannelClient.ConnectAsync(stage.Node.Socket($"type=staff&access_token={token}"));

    /// <summary>Stores a message, and lets the bus tell it unless it is to be lost.</summary>
    public static async Task<MessageView> SayAsync(this Stage stage, Actor who, Guid conversation, string body, bool isLost = false)
    {
        var message = stage.Api.Keep(new SendItem(who, conversation, Guid.NewGuid(), body));
        if (!isLost)
        {
            await stage.TellAsync(message);
        }

        return message;
    }

    public static async Task TellAsync(this Stage stage, MessageView message)
    {
        var told = BusEvents.Of(HubEvents.MessageReceived, stage.Api.ChannelId, message, message.ConversationId, message.Seq);
        await stage.Bus.PublishAsync(BusChannels.Conversation(message.ConversationId), told);
        await stage.Bus.PublishAsync(BusChannels.Staff(stage.Api.ChannelId), told);
    }

    static Caller Caller(params (string Type, string Value)[] claims) =>
        new(new ClaimsPrincipal(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)))));
}
