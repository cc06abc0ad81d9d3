using SiteAccess.Contracts.Attachments;
using SiteAccess.Contracts.Calls;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.OpenChannel;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.UnitTests.Contracts;

/// <summary>One sample of each record that the widget reads, by the name of its file.</summary>
static class ContractSamples
{
    static readonly Guid Conversation = new("01933b6e-7c00-7000-8000-000000000001");
    static readonly Guid Visitor = new("01933b6e-7c00-7000-8000-000000000002");
    static readonly Guid Operator = new("01933b6e-7c00-7000-8000-000000000003");
    static readonly Guid Channel = new("01933b6e-7c00-7000-8000-000000000004");
    static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, 125, TimeSpan.Zero);

    static readonly MessageView Question = new(
        new("01933b6e-7c00-7000-8000-000000000005"), Conversation, 1, new("01933b6e-7c00-7000-8000-000000000006"),
        SenderType.Visitor, Visitor, null, MessageKind.Text, "Здравствуйте! <b>Is it in stock?</b>", [], Noon);

    static readonly MessageView Answer = Question with
    {
        Id = new("01933b6e-7c00-7000-8000-000000000007"),
        ClientMessageId = new("01933b6e-7c00-7000-8000-000000000008"),
        Seq = 2,
        SenderType = SenderType.Operator,
        SenderId = Operator,
        SenderName = "Boris",
        Body = "It is.",
        Kind = MessageKind.Attachment,
        Attachments = [new(new("01933b6e-7c00-7000-8000-000000000009"), "bike.jpg", "image/jpeg", 482_113, 4032, 3024), new(new("01933b6e-7c00-7000-8000-00000000000a"), "Размеры.pdf", "application/pdf", 90_112)],
        CreatedAt = Noon.AddMinutes(1),
    };

    static readonly VisitorConversation Open = new(Conversation, ConversationStatus.Open, 2, 1, 1);

    public static readonly IReadOnlyDictionary<string, object> All = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["message"] = Answer,
        ["message-page"] = new MessagePage([Question, Answer], 2, "1", false),
        ["message-accepted"] = new MessageAccepted(Question.Id, 1, Noon),
        ["session"] = new VisitorSession(
            Visitor, "a-secret-of-this-browser", "a.bearer.token", Noon.AddHours(12), "1", "https://realtime.example",
            new WidgetChannel(Channel, "Shop", ChannelStatus.Available, new ChannelFeatures(true, false, false), "#0B6E4F",
                new AttachmentLimits(20_971_520, 10, ["image/png", "text/plain"])), Open),
        ["conversation"] = Open,
        ["conversation-list"] = new VisitorConversationPage([new VisitorConversationRow(Open, Noon, Noon.AddMinutes(1), "It is.", "Boris")], "a-place-in-the-list"),
        ["attachment-addresses"] = new AttachmentAddresses(
            [new AttachmentAddress(new("01933b6e-7c00-7000-8000-000000000009"), "/files/…?until=1", "/files/…/preview?until=1", Noon.AddMinutes(10))]),
        ["seen"] = new SeenView(Conversation, SenderType.Operator, 2, 1),
        ["typing"] = new TypingView(Conversation, SenderType.Operator, Operator, "Boris", true),
        ["channel-token"] = new ChannelTokenView(
            "a.channel.token", Noon.AddHours(24), "1", "wss://realtime.example/channel/ws?session=…", "https://realtime.example/channel/sse?session=…"),
        ["channel-status"] = new ChannelStatusView(Channel, ChannelStatus.Offline),
        ["connection-closing"] = new ConnectionClosing(ErrorCodes.ConnectionTooSlow),
        ["server-bus"] = new BusState(false),
        ["problem"] = new ProblemView("about:blank", "Too many requests", 429, "Wait a moment.", ErrorCodes.RequestTooMany, 5),
        ["ice-servers"] = new IceServersView(
            [new IceServer(["stun:turn.example:3478"]), new IceServer(["turn:turn.example:3478?transport=udp"], "1795189005:x", "c2VjcmV0")], Noon),
    };
}
