using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.BareHub;

/// <summary>Lets anybody in, with answers in Api's form, so that the load generator finds what it knows.</summary>
static class Door
{
    static readonly Guid Channel = Guid.CreateVersion7();

    public static void MapDoor(this WebApplication app)
    {
        app.MapPost("/api/v1/widget/sessions", (TokenMint mint) => Arrive(mint));
        app.MapPost("/api/v1/widget/conversations", () => new VisitorConversation(Guid.CreateVersion7(), ConversationStatus.Open, LastSeq: 0, UnreadCount: 0));
        app.MapPost("/api/v1/auth/login", (TokenMint mint) => SignIn(mint));
        app.MapGet("/health", () => "Healthy");
    }

    static VisitorSession Arrive(TokenMint mint)
    {
        var visitor = Guid.CreateVersion7();
        var token = mint.Visitor(visitor, Channel, "Visitor", origin: null);
        return new VisitorSession(
            visitor,
            VisitorKey: null,
            token.Value,
            token.ExpiresAt,
            Epoch: "bare",
            RealtimeUrl: "",
            new WidgetChannel(Channel, "Bare", ChannelStatus.Available, new ChannelFeatures(Attachments: false, AudioCalls: false, VideoCalls: false)),
            Conversation: null);
    }

    static OperatorTokens SignIn(TokenMint mint)
    {
        var id = Guid.CreateVersion7();
        var token = mint.Operator(id, "Operator", "operator", Guid.CreateVersion7());
        return new OperatorTokens(token.Value, RefreshToken: "", token.ExpiresAt, new OperatorView(id, "Operator", "operator@bare.invalid", "operator"));
    }
}
