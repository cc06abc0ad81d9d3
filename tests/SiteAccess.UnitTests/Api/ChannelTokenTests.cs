using System.Net;
using System.Net.Http.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.OpenChannel;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.UnitTests.Api;

public sealed class ChannelTokenTests(ApiHost api) : IClassFixture<ApiHost>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_gets_a_token_for_a_conversation_of_theirs_and_for_no_other()
    {
        var world = await World.CreateAsync(api.First);
        var strangers = await world.BeginAsync(await world.AddVisitorAsync());
        using var visitor = world.VisitorClient();

        var view = await AskAsync(visitor, $"/api/v1/widget/conversations/{world.ConversationId}/channel-token");
        var token = new JsonWebToken(view.Token);
        Assert.Equal(Purposes.Channel, ClaimOf(token, AccessClaims.Purpose));
        Assert.Equal(world.ConversationId.ToString(), ClaimOf(token, AccessClaims.Conversation));
        Assert.Equal(World.Origin, ClaimOf(token, AccessClaims.Origin));
        Assert.InRange(token.ValidTo - DateTime.UtcNow, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        Assert.EndsWith($"/channel/ws?session={world.ConversationId}&token={view.Token}", view.WebSocketUrl, StringComparison.Ordinal);
        Assert.EndsWith($"/channel/sse?session={world.ConversationId}&token={view.Token}", view.EventsUrl, StringComparison.Ordinal);

        using var refused = await visitor.GetAsync($"/api/v1/widget/conversations/{strangers}/channel-token", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task An_operator_gets_one_for_their_bots_that_ends_with_their_session()
    {
        var world = await World.CreateAsync(api.First);
        var other = await World.CreateAsync(api.First);
        using var olga = world.OperatorClient();
        var token = new JsonWebToken((await AskAsync(olga, $"/api/v1/conversations/{world.ConversationId}/channel-token")).Token);
        Assert.Equal(nameof(SenderType.Operator), ClaimOf(token, AccessClaims.Actor));
        Assert.True(Guid.TryParse(ClaimOf(token, AccessClaims.Session), out _));

        using var refused = await olga.GetAsync($"/api/v1/conversations/{other.ConversationId}/channel-token", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_channel_token_opens_nothing_of_Api()
    {
        var world = await World.CreateAsync(api.First);
        using var visitor = world.VisitorClient();
        var view = await AskAsync(visitor, $"/api/v1/widget/conversations/{world.ConversationId}/channel-token");
        visitor.DefaultRequestHeaders.Authorization = new("Bearer", view.Token);
        foreach (var route in new[] { $"/api/v1/widget/conversations/{world.ConversationId}/messages", "/api/v1/conversations", "/internal/seats" })
        {
            using var refused = await visitor.GetAsync(route, Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Realtime_learns_the_unread_counts_of_an_operators_own_conversations()
    {
        var world = await World.CreateAsync(api.First);
        var other = await World.CreateAsync(api.First);
        using var visitor = world.VisitorClient();
        using var sent = await visitor.PostAsJsonAsync(
            $"/api/v1/widget/conversations/{world.ConversationId}/messages", new SendMessage(Guid.NewGuid(), "anybody there?"), WireJson.Options, Cancellation);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);

        using var service = world.ServiceClient();
        using var answer = await service.PostAsJsonAsync(
            "/internal/unread-counts", new CountUnread(world.Operator.Id, [world.ConversationId, other.ConversationId]), WireJson.Options, Cancellation);
        var counts = await answer.Content.ReadFromJsonAsync<List<UnreadCount>>(WireJson.Options, Cancellation);
        Assert.Equal([new UnreadCount(world.ConversationId, 1)], counts);
    }

    static string ClaimOf(JsonWebToken token, string type) => token.Claims.Single(claim => claim.Type == type).Value;

    static async Task<ChannelTokenView> AskAsync(HttpClient client, string route) =>
        (await client.GetFromJsonAsync<ChannelTokenView>(route, WireJson.Options, Cancellation))!;
}
