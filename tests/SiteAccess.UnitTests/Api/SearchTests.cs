using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Search;

namespace SiteAccess.UnitTests.Api;

public class SearchTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("ВЕЛОСИПЕД")]
    [InlineData("синие велосипеды")]
    [InlineData("велосипе")]
    [InlineData("shipping")]
    [InlineData("SHIPS велосипедов")]
    [InlineData("ORD-4512")]
    public async Task A_word_is_found_in_any_of_its_forms_in_both_languages(string query)
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("Есть ли Синий Велосипед? Do you ship it? Заказ ORD-4512"), world.Item("Спасибо"));

        var hit = Assert.Single((await FindAsync(world.OperatorClient(), query)).Items);

        Assert.Equal((world.ConversationId, 1L, SenderType.Visitor), (hit.Conversation.Id, hit.Seq, hit.SenderType));
        Assert.Equal("Есть ли Синий Велосипед? Do you ship it? Заказ ORD-4512", string.Concat(hit.Excerpt.Select(part => part.Text)));
        Assert.Contains(hit.Excerpt, part => part.IsMatch);
    }

    [Fact]
    public async Task The_words_that_match_are_marked_as_they_were_written()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item($"{new string('x', 200)} и Доставка ДОСТАВКИ ли это {new string('y', 300)}"));

        var hit = Assert.Single((await FindAsync(world.OperatorClient(), "доставкой")).Items);

        Assert.Equal(["Доставка", "ДОСТАВКИ"], hit.Excerpt.Where(part => part.IsMatch).Select(part => part.Text));
        Assert.Equal("…", hit.Excerpt[0].Text);
        Assert.InRange(hit.Excerpt.Sum(part => part.Text.Length), 20, 150);
    }

    [Fact]
    public async Task Pages_hold_every_match_once_newest_first()
    {
        var world = await World.CreateAsync(host.First);
        for (var i = 0; i < 23; i++)
            await world.SendAsync(world.Item($"доставка {i}"));
        using var client = world.OperatorClient();

        var seen = new List<MessageHit>();
        string? cursor = null;
        do
        {
            var page = await FindAsync(client, "доставка", $"&limit=5{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 23).Select(seq => (long)seq), seen.Select(hit => hit.Seq).Order());
        Assert.Equal(seen.Select(hit => hit.CreatedAt).OrderDescending(), seen.Select(hit => hit.CreatedAt));
    }

    [Fact]
    public async Task Old_words_are_found_behind_thousands_of_newer_messages()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("редчайшее словечко"));
        for (var batch = 0; batch < 6; batch++)
            await world.SendAsync([.. Enumerable.Range(0, 400).Select(i => world.Item($"прочее {batch} {i}"))]);

        Assert.Equal(1L, Assert.Single((await FindAsync(world.OperatorClient(), "словечко")).Items).Seq);
    }

    [Fact]
    public async Task Notes_are_found_and_what_the_system_wrote_is_not()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("secret plan"), world.Item("another plan"));
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update message set kind = case seq when 1 then 'note' else 'event' end where conversation_id = {world.ConversationId}"));

        Assert.Equal(MessageKind.Note, Assert.Single((await FindAsync(world.OperatorClient(), "plan")).Items).Kind);
    }

    [Fact]
    public async Task Only_members_of_the_channel_find_anything_and_visitors_may_not_search()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        await world.SendAsync(world.Item("сокровище"));
        await NameAsync(world, "Клеопатра", null);
        using var client = stranger.OperatorClient();

        Assert.Empty((await FindAsync(client, "сокровище")).Items);
        Assert.Empty((await FindAsync(client, "сокровище", $"&channel={world.Channel.Id}")).Items);
        Assert.Empty((await VisitorsAsync(client, "Клеопатра")).Items);
        Assert.Empty((await FindAsync(world.OperatorClient(), "сокровище", $"&channel={Guid.NewGuid()}")).Items);
        Assert.Single((await FindAsync(world.OperatorClient(), "сокровище", $"&channel={world.Channel.Id}")).Items);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.VisitorClient().GetAsync("/api/v1/search/messages?q=сокровище")).StatusCode);
    }

    [Theory]
    [InlineData("ан", true)]
    [InlineData("ИВАНОВА анна", true)]
    [InlineData("ива", true)]
    [InlineData("anna.i@exa", true)]
    [InlineData("EXAMPLE", true)]
    [InlineData("нна", false)]
    [InlineData("анна петрова", false)]
    public async Task Visitors_are_found_by_the_beginnings_of_their_names_and_addresses(string query, bool isFound)
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        await NameAsync(world, "Анна Иванова", "Anna.I@Example.com");

        var found = (await VisitorsAsync(world.OperatorClient(), query)).Items;

        Assert.Equal(isFound ? [world.ConversationId] : [], found.Select(row => row.Id));
    }

    [Fact]
    public async Task Visitors_come_in_pages_each_once_with_their_newest_conversation()
    {
        var world = await World.CreateAsync(host.First);
        for (var i = 0; i < 7; i++)
        {
            var visitor = await world.AddVisitorAsync();
            await world.SendAsync(world.Item("hello", new(SenderType.Visitor, visitor.Id), conversationId: await world.BeginAsync(visitor)));
        }

        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync($"update visitor set name = 'Борис' where channel_id = {world.Channel.Id}"));
        using var client = world.OperatorClient();
        var first = await VisitorsAsync(client, "борис", "&limit=4");
        var rest = await VisitorsAsync(client, "борис", $"&limit=4&cursor={first.NextCursor}");

        Assert.Equal((4, 3, null), (first.Items.Count, rest.Items.Count, rest.NextCursor)); // The visitor who said nothing is not among them.
        Assert.Equal(7, first.Items.Concat(rest.Items).Select(row => row.Visitor.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("q=x")]
    [InlineData("")]
    public async Task Too_little_to_search_for_is_refused(string query)
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.OperatorClient();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/search/messages?{query}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/search/visitors?{query}")).StatusCode);
    }

    [Theory]
    [InlineData("и")]
    [InlineData("и не")]
    [InlineData("':* & !|<->()\\")]
    [InlineData("<b>")]
    public async Task What_is_no_word_finds_nothing_and_breaks_nothing(string query)
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("и не было"));
        using var client = world.OperatorClient();

        Assert.NotEqual(HttpStatusCode.InternalServerError, (await client.GetAsync($"/api/v1/search/messages?q={Uri.EscapeDataString(query)}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await client.GetAsync($"/api/v1/search/visitors?q={Uri.EscapeDataString(query)}")).StatusCode);
    }

    [Fact]
    public async Task The_indexes_of_words_serve_the_search()
    {
        var plan = await host.First.WithAsync<SiteAccessDb, string>(db => db.InTransactionAsync(
            async cancellation =>
            {
                await db.Database.ExecuteSqlRawAsync("set local enable_seqscan = off", cancellation);
                var lines = await db.Database.SqlQueryRaw<string>(
                    "explain select id from message where kind in ('text', 'note', 'attachment') and search_words(body) @@ 'x'::tsquery").ToListAsync(cancellation);
                lines.AddRange(await db.Database.SqlQueryRaw<string>(
                    "explain select id from visitor where search_names(name, email) @@ 'x'::tsquery").ToListAsync(cancellation));
                return string.Concat(lines);
            },
            TestContext.Current.CancellationToken));

        Assert.Contains("ix_message_search", plan, StringComparison.Ordinal);
        Assert.Contains("ix_visitor_search", plan, StringComparison.Ordinal);
    }

    static Task<int> NameAsync(World world, string name, string? email) => world.Api.WithAsync<SiteAccessDb, int>(
        db => db.Database.ExecuteSqlAsync($"update visitor set name = {name}, email = {email} where id = {world.Visitor.Id}"));

    static async Task<MessageHitPage> FindAsync(HttpClient client, string query, string more = "") =>
        (await client.GetFromJsonAsync<MessageHitPage>($"/api/v1/search/messages?q={Uri.EscapeDataString(query)}{more}", WireJson.Options))!;

    static async Task<ConversationPage> VisitorsAsync(HttpClient client, string query, string more = "") =>
        (await client.GetFromJsonAsync<ConversationPage>($"/api/v1/search/visitors?q={Uri.EscapeDataString(query)}{more}", WireJson.Options))!;
}
