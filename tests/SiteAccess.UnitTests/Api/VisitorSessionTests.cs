using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.UnitTests.Api;

public class VisitorSessionTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_browser_that_brings_its_key_is_the_same_visitor()
    {
        var world = await World.CreateAsync(host.First);
        var first = await OpenAsync(world);
        Assert.Equal(43, first.VisitorKey!.Length);
        Assert.Equal(("http://realtime.example", ChannelStatus.Offline), (first.RealtimeUrl, first.Channel.Status));

        var again = await OpenAsync(world, first.VisitorKey);
        Assert.Equal((first.VisitorId, null, first.Epoch), (again.VisitorId, again.VisitorKey, again.Epoch));

        // Neither a made up key nor another channel's finds anybody.
        var other = await World.CreateAsync(host.First);
        Assert.NotEqual(first.VisitorId, (await OpenAsync(world, "made-up")).VisitorId);
        Assert.NotEqual(first.VisitorId, (await OpenAsync(other, first.VisitorKey)).VisitorId);
    }

    [Fact]
    public async Task The_current_conversation_comes_with_what_is_unread()
    {
        var world = await World.CreateAsync(host.First);
        var session = await OpenAsync(world);
        Assert.Null(session.Conversation);
        var visitor = new Visitor { Id = session.VisitorId, ChannelId = world.Channel.Id, FirstSeenAt = default, LastSeenAt = default };
        var conversationId = await world.BeginAsync(visitor);
        await world.SendAsync(world.Item("hello?", world.AsOperator, conversationId: conversationId), world.Item("anybody?", world.AsOperator, conversationId: conversationId));

        var conversation = (await OpenAsync(world, session.VisitorKey)).Conversation!;
        Assert.Equal((conversationId, 2L, 2), (conversation.Id, conversation.LastSeq, conversation.UnreadCount));
    }

    /// <summary>Computed with: printf user-42 | openssl dgst -sha256 -hmac секрет.</summary>
    [Fact]
    public void An_identity_is_signed_with_hmac_sha256_in_hex() => Assert.Equal("096e56f672b89d6d953e7c2e54939249a281c79f4cb55776fcf833b5eec8d534", IdentityProof.Sign("секрет", "user-42"));

    [Fact]
    public async Task A_signed_identity_is_one_person_in_every_browser()
    {
        var world = await World.CreateAsync(host.First);
        var identity = Signed(world.Channel, "user-1", "Иван");

        var phone = await OpenAsync(world, identity: identity);
        var laptop = await OpenAsync(world, identity: identity);
        Assert.Equal(phone.VisitorId, laptop.VisitorId);
        Assert.NotEqual(phone.VisitorKey, laptop.VisitorKey);

        // Both keys stay good, and an anonymous visitor who signs in becomes that person.
        Assert.Equal(phone.VisitorId, (await OpenAsync(world, phone.VisitorKey)).VisitorId);
        var anonymous = await OpenAsync(world);
        Assert.Equal(anonymous.VisitorId, (await OpenAsync(world, anonymous.VisitorKey, Signed(world.Channel, "user-2", null))).VisitorId);
        Assert.Equal(phone.VisitorId, (await OpenAsync(world, anonymous.VisitorKey, identity)).VisitorId);
    }

    [Fact]
    public async Task A_new_person_in_two_browsers_at_once_is_one_visitor()
    {
        var world = await World.CreateAsync(host.First);
        var identity = Signed(world.Channel, "user-1", "Иван");

        var sessions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(world, identity: identity)));

        Assert.Single(sessions.Select(session => session.VisitorId).Distinct());
        Assert.Equal(8, sessions.Select(session => session.VisitorKey).Distinct().Count());
    }

    [Fact]
    public async Task An_unsigned_identity_gives_a_name_but_nobodys_history()
    {
        var world = await World.CreateAsync(host.First);
        var person = await OpenAsync(world, identity: Signed(world.Channel, "user-1", "Иван"));

        var impostor = await OpenAsync(world, identity: new VisitorIdentity("user-1", "Не Иван"));
        Assert.NotEqual(person.VisitorId, impostor.VisitorId);
        await OpenAsync(world, person.VisitorKey, new VisitorIdentity("user-1", "Не Иван"));

        Assert.Equal("Иван", await NameAsync(person.VisitorId));
        Assert.Equal("Не Иван", await NameAsync(impostor.VisitorId));
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_and_a_missing_one_where_the_channel_demands_it()
    {
        var world = await World.CreateAsync(host.First);
        Assert.Equal(ErrorCodes.IdentityInvalid, await RefusalAsync(world, new VisitorIdentity("user-1", Hash: IdentityProof.Sign("other", "user-1"))));

        var demanding = await World.CreateAsync(host.First);
        await host.First.WithAsync<SiteAccessDb, int>(db => db.Channels
            .Where(channel => channel.Id == demanding.Channel.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(channel => channel.RequiresSignedIdentity, true)));
        Assert.Equal(ErrorCodes.IdentityInvalid, await RefusalAsync(demanding, new VisitorIdentity("user-1", "Иван")));
        await OpenAsync(demanding, identity: Signed(demanding.Channel, "user-1", "Иван"));
        await OpenAsync(demanding);
    }

    static VisitorIdentity Signed(Channel channel, string userId, string? name) =>
        new(userId, name, Hash: IdentityProof.Sign(channel.Secret, userId));

    Task<string?> NameAsync(Guid visitorId) => host.First.WithAsync<SiteAccessDb, string?>(
        db => db.Visitors.Where(visitor => visitor.Id == visitorId).Select(visitor => visitor.Name).SingleAsync());

    static async Task<HttpResponseMessage> PostAsync(World world, string? key, VisitorIdentity? identity) =>
        await world.Api.CreateClient().PostAsJsonAsync("/api/v1/widget/sessions", new StartVisitorSession(world.Channel.Key, key, identity), WireJson.Options);

    static async Task<VisitorSession> OpenAsync(World world, string? key = null, VisitorIdentity? identity = null)
    {
        var response = await PostAsync(world, key, identity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<VisitorSession>(WireJson.Options))!;
    }

    static async Task<string?> RefusalAsync(World world, VisitorIdentity identity)
    {
        var response = await PostAsync(world, null, identity);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options))!.Code;
    }
}
