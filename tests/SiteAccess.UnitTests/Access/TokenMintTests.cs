using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.UnitTests.Http;

namespace SiteAccess.UnitTests.Access;

public sealed class TokenMintTests
{
    const string Key = "the signing key of these tests, long enough";
    const string NewKey = "the next signing key of these tests, as long";

    static readonly Guid Person = Guid.NewGuid();
    static readonly Guid Channel = Guid.NewGuid();
    static readonly Guid Session = Guid.NewGuid();
    static readonly Guid Conversation = Guid.NewGuid();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_of_token_opens_its_own_doors_and_no_other()
    {
        await using var service = await StartAsync();
        var mint = Mint(Key);
        Assert.Equal("VPvp", await DoorsAsync(service, mint.Visitor(Person, Channel, null, null)));
        Assert.Equal("OCPop", await DoorsAsync(service, mint.Operator(Person, "Boris", "admin", Session)));
        Assert.Equal("Php", await DoorsAsync(service, mint.Hub(Person, "Boris", "admin", Session)));
        Assert.Equal("Ccp", await DoorsAsync(service, mint.Channel(VisitorCaller(), Conversation)));
        Assert.Equal("Ss", await DoorsAsync(service, mint.Service("test")));
    }

    [Fact]
    public async Task During_a_rotation_tokens_of_the_previous_key_are_still_good_and_afterwards_they_are_not()
    {
        var old = Mint(Key).Service("test");
        await using var rotating = await StartAsync(("Tokens:SigningKey", NewKey), ("Tokens:PreviousSigningKey", Key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(rotating, "/service", old));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(rotating, "/service", Mint(NewKey).Service("test")));
        await using var rotated = await StartAsync(("Tokens:SigningKey", NewKey));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(rotated, "/service", old));
    }

    [Fact]
    public async Task A_token_in_the_address_counts_where_browsers_can_send_no_header_alone()
    {
        await using var service = await StartAsync();
        var token = Mint(Key).Visitor(Person, Channel, null, null).Value;
        using var elsewhere = await service.Client.GetAsync($"/visitor?access_token={token}", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        using var hub = await service.Client.GetAsync($"/hubs/live?access_token={token}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, hub.StatusCode);
        var channel = Mint(Key).Channel(VisitorCaller(), Conversation).Value;
        using var open = await service.Client.GetAsync($"/channel/sse?token={channel}", Cancellation);
        Assert.Equal($"Visitor {Person} {Conversation} https://shop.example", await open.Content.ReadAsStringAsync(Cancellation));
        using var hubByChannel = await service.Client.GetAsync($"/hubs/live?access_token={channel}", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, hubByChannel.StatusCode);
    }

    [Fact]
    public async Task The_caller_is_read_from_the_token()
    {
        await using var service = await StartAsync();
        using var request = Request("/whoami", Mint(Key).Visitor(Person, Channel, "Анна", "https://shop.example"));
        using var answer = await service.Client.SendAsync(request, Cancellation);
        Assert.Equal($"Visitor {Person} Анна {Channel} https://shop.example", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public void A_key_that_is_missing_or_short_is_refused_by_name()
    {
        Assert.Contains("Tokens:SigningKey", Assert.Throws<InvalidOperationException>(() => Mint("")).Message, StringComparison.Ordinal);
        Assert.Contains("shorter", Assert.Throws<InvalidOperationException>(() => Mint("short")).Message, StringComparison.Ordinal);
    }

    static Caller VisitorCaller() => new(new ClaimsPrincipal(new ClaimsIdentity(
        [new(AccessClaims.Subject, Person.ToString()), new(AccessClaims.Purpose, Purposes.Visitor), new(AccessClaims.Origin, "https://shop.example")])));

    static TokenMint Mint(string key) => new(
        new AccessKeys(new ConfigurationBuilder().AddInMemoryCollection([new("Tokens:SigningKey", key)]).Build()), TimeProvider.System);

    static async Task<string> DoorsAsync(ServiceHost service, AccessToken token)
    {
        var open = "";
        foreach (var (door, letter) in new[] { ("visitor", 'V'), ("operator", 'O'), ("service", 'S'), (Policies.OpenChannel, 'C'), ("party", 'P') })
        {
            var status = await StatusAsync(service, "/" + door, token);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Forbidden, $"{door}: {status}");
            open += status == HttpStatusCode.OK ? letter : "";
        }

        using var request = Request("/purpose", token);
        using var answer = await service.Client.SendAsync(request, Cancellation);
        return open + await answer.Content.ReadAsStringAsync(Cancellation);
    }

    static async Task<HttpStatusCode> StatusAsync(ServiceHost service, string path, AccessToken token)
    {
        using var request = Request(path, token);
        using var answer = await service.Client.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    static HttpRequestMessage Request(string path, AccessToken token) =>
        new(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token.Value) } };

    static Task<ServiceHost> StartAsync(params (string Key, string Value)[] settings) => ServiceHost.StartAsync(
        builder => builder.AddAccessTokens(),
        app =>
        {
            foreach (var policy in new[] { Policies.Visitor, Policies.Operator, Policies.Service, Policies.OpenChannel, Policies.Party })
            {
                app.MapGet("/" + policy, () => policy).RequireAuthorization(policy);
            }

            app.MapGet("/hubs/live", () => "hub").RequireAuthorization(Policies.Party);
            app.MapGet("/channel/sse", (Caller caller) => $"{caller.Kind} {caller.Id} {caller.ConversationId} {caller.Origin}")
                .RequireAuthorization(Policies.OpenChannel);
            app.MapGet("/purpose", (Caller caller) => string.Concat(caller.Purpose[..1], caller.Purpose == Purposes.Service ? "" : "p"))
                .RequireAuthorization();
            app.MapGet("/whoami", (Caller caller) => $"{caller.Kind} {caller.Id} {caller.Name} {caller.ChannelId} {caller.Origin}")
                .RequireAuthorization(Policies.Visitor);
        },
        settings.Length > 0 ? settings : [("Tokens:SigningKey", Key)]);
}
