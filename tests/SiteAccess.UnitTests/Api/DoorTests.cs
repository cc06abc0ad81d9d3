using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Calls;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.UnitTests.Api;

/// <summary>What the routes let in, and how they refuse.</summary>
public class DoorTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string Widget = "/api/v1/widget";

    [Theory]
    [InlineData(World.Origin, World.Origin)]
    [InlineData("https://evil.example", null)]
    public async Task A_preflight_passes_for_any_channels_origin(string origin, string? allowed)
    {
        var world = await World.CreateAsync(host.First);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{Widget}/sessions")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type,authorization" } },
        };
        var answer = await world.Api.CreateClient().SendAsync(preflight);

        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Pages_may_ask_for_their_visitors_messages_to_be_changed(string method)
    {
        var world = await World.CreateAsync(host.First);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{Widget}/conversations/{world.ConversationId}/messages/{Guid.NewGuid()}")
        {
            Headers = { { "Origin", World.Origin }, { "Access-Control-Request-Method", method }, { "Access-Control-Request-Headers", "content-type,authorization" } },
        };
        var answer = await world.Api.CreateClient().SendAsync(preflight);

        Assert.Contains(method, string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_channels_origin_is_refused_with_and_without_a_token()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.VisitorClient();
        client.DefaultRequestHeaders.Add("Origin", "https://other.example");

        Assert.Equal(ErrorCodes.ChannelOriginRefused, await CodeAsync(await client.GetAsync($"{Widget}/conversations/{world.ConversationId}/messages"), HttpStatusCode.Forbidden));
        var start = await client.PostAsJsonAsync($"{Widget}/sessions", new StartVisitorSession(world.Channel.Key), WireJson.Options);
        Assert.Equal(ErrorCodes.ChannelOriginRefused, await CodeAsync(start, HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task The_chats_own_window_is_let_in_with_the_key_of_a_known_visitor()
    {
        var world = await World.CreateAsync(host.First);
        using var page = world.Api.CreateClient();
        var session = await StartAsync(page, new StartVisitorSession(world.Channel.Key));
        var key = (await session.Content.ReadFromJsonAsync<VisitorSession>(WireJson.Options))!.VisitorKey;

        using var window = world.Api.CreateClient();
        window.DefaultRequestHeaders.Add("Origin", window.BaseAddress!.GetLeftPart(UriPartial.Authority));
        foreach (var unknown in (string?[])[null, "made-up"])
            Assert.Equal(ErrorCodes.ChannelOriginRefused, await CodeAsync(await StartAsync(window, new StartVisitorSession(world.Channel.Key, unknown)), HttpStatusCode.Forbidden));

        var own = await (await StartAsync(window, new StartVisitorSession(world.Channel.Key, key))).Content.ReadFromJsonAsync<VisitorSession>(WireJson.Options);
        window.DefaultRequestHeaders.Authorization = new("Bearer", own!.Token);
        Assert.Equal(HttpStatusCode.OK, (await window.GetAsync($"{Widget}/conversations")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await window.PostAsync($"{Widget}/conversations", null)).StatusCode);
    }

    static Task<HttpResponseMessage> StartAsync(HttpClient client, StartVisitorSession request) =>
        client.PostAsJsonAsync($"{Widget}/sessions", request, WireJson.Options);

    [Fact]
    public async Task A_conversation_is_begun_once_however_often_it_is_asked_for()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("the first one is not empty any more"));
        using var client = world.VisitorClient();

        var begun = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.PostAsync($"{Widget}/conversations", null)));

        Assert.Single(begun, answer => answer.StatusCode == HttpStatusCode.Created);
        var ids = await Task.WhenAll(begun.Select(async answer => (await answer.Content.ReadFromJsonAsync<VisitorConversation>(WireJson.Options))!.Id));
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task A_send_answers_201_then_200_then_409()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.VisitorClient();
        var (address, message) = ($"{Widget}/conversations/{world.ConversationId}/messages", new SendMessage(Guid.NewGuid(), "  kept as it is \n"));

        var first = await client.PostAsJsonAsync(address, message, WireJson.Options);
        var again = await client.PostAsJsonAsync(address, message, WireJson.Options);
        var other = await client.PostAsJsonAsync(address, message with { Body = "other" }, WireJson.Options);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("  kept as it is \n", (await first.Content.ReadFromJsonAsync<MessageView>(WireJson.Options))!.Body);
        Assert.Equal(ErrorCodes.MessageConflict, await CodeAsync(other, HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("{", ErrorCodes.RequestInvalid)]
    [InlineData("{}", ErrorCodes.RequestInvalid)]
    [InlineData("""{"clientMessageId":"x","body":"x"}""", ErrorCodes.RequestInvalid)]
    [InlineData("""{"clientMessageId":"0b9e3f5e-7a37-4f5a-9a53-6f6f1d5a3f10"}""", ErrorCodes.MessageInvalid)]
    [InlineData("""{"clientMessageId":"0b9e3f5e-7a37-4f5a-9a53-6f6f1d5a3f10","body":"a\u0000b"}""", ErrorCodes.MessageInvalid)]
    [InlineData("""{"clientMessageId":"0b9e3f5e-7a37-4f5a-9a53-6f6f1d5a3f10","body":"\ud83d"}""", ErrorCodes.RequestInvalid)]
    public async Task What_cannot_be_read_is_refused_with_a_code(string body, string code)
    {
        var world = await World.CreateAsync(host.First);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await world.VisitorClient().PostAsync($"{Widget}/conversations/{world.ConversationId}/messages", content);

        Assert.Equal(code, await CodeAsync(answer, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Every_door_has_its_own_key()
    {
        var world = await World.CreateAsync(host.First);
        var (nobody, visitor, colleague, service) = (world.Api.CreateClient(), world.VisitorClient(), world.OperatorClient(), world.ServiceClient());

        Assert.Equal(ErrorCodes.AuthRequired, await CodeAsync(await nobody.GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized));
        Assert.Equal(ErrorCodes.AuthForbidden, await CodeAsync(await visitor.GetAsync("/api/v1/conversations"), HttpStatusCode.Forbidden));
        Assert.Equal(ErrorCodes.AuthForbidden, await CodeAsync(await colleague.PostAsync($"{Widget}/conversations", null), HttpStatusCode.Forbidden));
        foreach (var outsider in new[] { visitor, colleague })
            Assert.Equal(ErrorCodes.AuthForbidden, await CodeAsync(await outsider.GetAsync("/internal/data-protection-keys"), HttpStatusCode.Forbidden));
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync("/internal/data-protection-keys")).StatusCode);
        Assert.Equal(ErrorCodes.NotFound, await CodeAsync(await colleague.GetAsync("/api/v1/nothing"), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_batch_answers_each_item_on_its_own()
    {
        var world = await World.CreateAsync(host.First);
        var batch = new SendBatch([world.Item("good"), world.Item(""), world.Item("good too", world.AsOperator)]);

        var answer = await world.ServiceClient().PostAsJsonAsync("/internal/messages", batch, WireJson.Options);

        var results = (await answer.Content.ReadFromJsonAsync<SendBatchResult>(WireJson.Options))!.Results;
        Assert.Equal([null, ErrorCodes.MessageInvalid, null], results.Select(result => result.Error));
        Assert.Equal([1L, null, 2L], results.Select(result => result.Accepted?.Seq));
    }

    [Fact]
    public async Task Connection_checks_are_short_lived_not_kept_and_not_endless()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.VisitorClient();

        var first = await client.PostAsync($"{Widget}/connection-checks", null);
        var ice = (await first.Content.ReadFromJsonAsync<IceServersView>(WireJson.Options))!;
        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.InRange(ice.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));

        HttpResponseMessage answer;
        do
            answer = await client.PostAsync($"{Widget}/connection-checks", null);
        while (answer.IsSuccessStatusCode);
        Assert.Equal(ErrorCodes.RequestTooMany, await CodeAsync(answer, HttpStatusCode.TooManyRequests));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_document_describes_the_public_routes_alone()
    {
        var document = await host.First.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Contains($"{Widget}/sessions", paths);
        Assert.Contains("/api/v1/auth/login", paths);
        Assert.All(paths, path => Assert.StartsWith("/api/v1/", path, StringComparison.Ordinal));
    }

    static async Task<string?> CodeAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options))!.Code;
    }
}
