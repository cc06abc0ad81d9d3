using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.UnitTests.Api;

public class ChannelSettingsTests(ApiHost host) : IClassFixture<ApiHost>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drafts_are_shown_where_an_admin_of_the_channel_wants_it()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        using var admin = world.ClientOf(world.Operator, OperatorRoles.Admin);
        using var reader = world.OperatorClient();
        using var other = stranger.ClientOf(stranger.Operator, OperatorRoles.Admin);
        var address = $"/api/v1/channels/{world.Channel.Id}";

        Assert.False(Assert.Single((await ListAsync(reader))!).ShowsDrafts);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PatchAsJsonAsync(address, new ChangeChannel(ShowsDrafts: true), WireJson.Options, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PatchAsJsonAsync(address, new ChangeChannel(ShowsDrafts: true), WireJson.Options, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PatchAsJsonAsync(address, new ChangeChannel(ShowsDrafts: true), WireJson.Options, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PatchAsJsonAsync(address, new ChangeChannel(), WireJson.Options, Cancellation)).StatusCode);
        Assert.True(Assert.Single((await ListAsync(reader))!).ShowsDrafts);
    }

    static Task<ChannelSummary[]?> ListAsync(HttpClient client) =>
        client.GetFromJsonAsync<ChannelSummary[]>("/api/v1/channels", WireJson.Options, Cancellation);
}
