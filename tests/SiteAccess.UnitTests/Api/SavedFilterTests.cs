using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.UnitTests.Api;

public class SavedFilterTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string Filters = "/api/v1/saved-filters";

    static readonly FilterRules Rules = new("me", [ConversationStatus.Open, ConversationStatus.Pending], Guid.NewGuid(), Guid.NewGuid(), ConversationPriority.High);

    [Fact]
    public async Task A_filter_is_kept_for_its_operator_alone_and_the_same_name_replaces_it()
    {
        var (world, other) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        using var client = world.OperatorClient();

        var first = await SaveAsync(client, new SaveFilter(" Важные ", Rules));
        var second = await SaveAsync(client, new SaveFilter("ВАЖНЫЕ", new FilterRules("none")));

        Assert.Equal(("Важные", first.Id), (first.Name, second.Id));
        Assert.Equivalent(Rules, first.Rules, strict: true);
        var kept = Assert.Single(await ListAsync(client));
        Assert.Equal(("ВАЖНЫЕ", "none"), (kept.Name, kept.Rules.Assignee));
        using var stranger = other.OperatorClient();
        Assert.Empty(await ListAsync(stranger));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync($"{Filters}/{first.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Filters}/{first.Id}")).StatusCode);
        Assert.Empty(await ListAsync(client));
    }

    [Fact]
    public async Task Nameless_and_senseless_filters_are_refused()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.OperatorClient();

        foreach (var bad in (SaveFilter[])[new(" ", Rules), new(new string('x', 61), Rules), new("x", null!), new("x", new FilterRules("everybody"))])
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync(Filters, bad, WireJson.Options)).StatusCode);
    }

    static async Task<SavedFilterView> SaveAsync(HttpClient client, SaveFilter filter)
    {
        var answer = await client.PostAsJsonAsync(Filters, filter, WireJson.Options);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SavedFilterView>(WireJson.Options))!;
    }

    static async Task<List<SavedFilterView>> ListAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<List<SavedFilterView>>(Filters, WireJson.Options))!;
}
