using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.CannedResponses;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.UnitTests.Api;

public class CannedResponseTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string Root = "/api/v1/canned-responses";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_keeps_them_and_operators_of_the_channel_read_them()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        using var keeper = world.ClientOf(world.Operator, OperatorRoles.Supervisor);
        using var reader = world.OperatorClient();
        using var other = stranger.OperatorClient();
        var shortcut = $"Привет-{Guid.NewGuid():N}"[..20];

        var added = await SavedAsync(await keeper.PostAsJsonAsync(Root, new SaveCannedResponse(shortcut, "Hello, {visitor.name}!", world.Channel.Id), WireJson.Options, Cancellation));
        Assert.Equal(shortcut.ToLowerInvariant(), added.Shortcut);
        Assert.Contains(await ListAsync(reader), response => response == added);
        Assert.DoesNotContain(await ListAsync(other), response => response.Id == added.Id);

        var changed = await SavedAsync(await keeper.PutAsJsonAsync($"{Root}/{added.Id}", new SaveCannedResponse(shortcut, "Hi"), WireJson.Options, Cancellation));
        Assert.Equal((null, "Hi"), (changed.ChannelId, changed.Body));
        Assert.Contains(await ListAsync(other), response => response.Id == added.Id);

        Assert.Equal(HttpStatusCode.NoContent, (await keeper.DeleteAsync($"{Root}/{added.Id}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await keeper.DeleteAsync($"{Root}/{added.Id}", Cancellation)).StatusCode);
        Assert.DoesNotContain(await ListAsync(reader), response => response.Id == added.Id);
    }

    [Fact]
    public async Task A_shortcut_is_given_once_in_a_channel_and_once_for_all()
    {
        var world = await World.CreateAsync(host.First);
        using var keeper = world.ClientOf(world.Operator, OperatorRoles.Admin);
        var shortcut = $"twice{Guid.NewGuid():N}";
        foreach (var channel in new Guid?[] { null, world.Channel.Id })
        {
            await SavedAsync(await keeper.PostAsJsonAsync(Root, new SaveCannedResponse(shortcut, "x", channel), WireJson.Options, Cancellation));
            var refused = await keeper.PostAsJsonAsync(Root, new SaveCannedResponse(shortcut, "y", channel), WireJson.Options, Cancellation);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains(ErrorCodes.CannedResponseTaken, await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Operators_change_none_and_supervisors_none_of_other_channels()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        using var reader = world.OperatorClient();
        using var keeper = world.ClientOf(world.Operator, OperatorRoles.Supervisor);
        var save = new SaveCannedResponse($"s{Guid.NewGuid():N}", "x");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync(Root, save, WireJson.Options, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.DeleteAsync($"{Root}/{Guid.NewGuid()}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.PostAsJsonAsync(Root, save with { ChannelId = stranger.Channel.Id }, WireJson.Options, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await keeper.PostAsJsonAsync(Root, save with { Shortcut = "two words" }, WireJson.Options, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await keeper.PostAsJsonAsync(Root, save with { Body = "" }, WireJson.Options, Cancellation)).StatusCode);
    }

    static async Task<CannedResponseView> SavedAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<CannedResponseView>(WireJson.Options, Cancellation))!;
    }

    static async Task<CannedResponseView[]> ListAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<CannedResponseView[]>(Root, WireJson.Options, Cancellation))!;
}
