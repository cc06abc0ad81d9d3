using System.Net.WebSockets;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>A connection is there as long as its person may be.</summary>
public sealed class AccessTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitors_connection_ends_with_its_token_and_an_operators_does_not()
    {
        // Both tokens end in two seconds; the operator's was only for connecting.
        var visitors = Stage.MintAt(new Ago(TokenMint.VisitorLife - TimeSpan.FromSeconds(2)));
        var operators = Stage.MintAt(new Ago(TokenMint.HubLife - TimeSpan.FromSeconds(2)));
        await using var boris = await stage.ConnectAsync(operators.Hub(Guid.NewGuid(), "Boris", "operator", Guid.NewGuid()).Value, null);
        await using var anna = await stage.ConnectAsync(visitors.Visitor(Guid.NewGuid(), stage.Api.ChannelId, "Anna", null).Value, null);

        await ToldAsync(anna, ErrorCodes.AuthExpired);
        await Eventually.TrueAsync(() => anna.IsOver, Cancellation);
        Assert.False(boris.IsOver);
        Assert.Empty(boris.Heard(HubEvents.ConnectionClosing));
    }

    [Fact]
    public async Task The_end_of_a_session_ends_its_connections_alone_and_its_tokens_open_nothing_more()
    {
        var (session, person) = (Guid.NewGuid(), Guid.NewGuid());
        string Token(Guid of) => stage.Mint.Operator(person, "Boris", "operator", of).Value;
        await using var ended = await stage.ConnectAsync(Token(session), null);
        await using var other = await stage.ConnectAsync(Token(Guid.NewGuid()), null);

        await TellAsync(new AccessRevoked([session], []));

        await ToldAsync(ended, ErrorCodes.AuthSessionEnded);
        await Eventually.TrueAsync(() => ended.IsOver, Cancellation);
        Assert.False(other.IsOver);
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => stage.ConnectAsync(Token(session), null));
        Assert.Contains("'401'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_that_was_told_while_Redis_was_away_is_learnt_when_it_is_back()
    {
        await using var own = new Stage();
        await own.InitializeAsync();
        var session = Guid.NewGuid();
        await using var boris = await own.ConnectAsync(own.Mint.Operator(Guid.NewGuid(), "Boris", "operator", session).Value, null);
        await own.Redis.KillAsync();
        own.Api.EndedSessions[session] = true;
        await own.Redis.StartAgainAsync(Cancellation);
        await ToldAsync(boris, ErrorCodes.AuthSessionEnded);
    }

    [Fact]
    public async Task A_blocked_visitor_is_cut_off_and_what_they_could_do_is_asked_anew()
    {
        var (hub, visitor, conversation) = await stage.VisitorAsync();
        await using var anna = hub;
        var typing = new TypingNotice(conversation, true);
        await anna.CallAsync(HubEvents.Typing, typing, Cancellation);
        stage.Api.Conversations.TryRemove(conversation, out _);

        await TellAsync(new AccessRevoked([], [visitor]));

        await ToldAsync(anna, ErrorCodes.VisitorBlocked);
        await using var again = await stage.ConnectAsync(stage.VisitorToken(visitor), Stage.Origin);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => again.CallAsync(HubEvents.Typing, typing, Cancellation));
        Assert.EndsWith(ErrorCodes.ConversationNotFound, refusal.Message, StringComparison.Ordinal);
    }

    Task TellAsync(AccessRevoked revoked) => stage.Bus.PublishAsync(
        BusChannels.Access, BusEvents.Of(HubEvents.AccessRevoked, Guid.Empty, revoked), Cancellation);

    static Task ToldAsync(HubSocket hub, string code) =>
        hub.HearsAsync(HubEvents.ConnectionClosing, told => told.GetProperty("code").GetString() == code, Cancellation);

    /// <summary>A clock that is behind.</summary>
    sealed class Ago(TimeSpan behind) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow - behind;
    }
}
