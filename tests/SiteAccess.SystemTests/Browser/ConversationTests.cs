using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>Two people talk: one on a foreign page, one in the operator app.</summary>
public sealed class ConversationTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_survives_reloads_and_restarts_with_every_message_once_and_in_order()
    {
        Assert.NotEqual(system.Addresses.Demo.Authority, system.Addresses.Operator.Authority);
        Assert.NotEqual(system.Addresses.Demo.Authority, system.Addresses.Api.Authority);
        var said = new List<string>();
        string Next(string who) => Remember(said, $"{who} {said.Count + 1} {Guid.NewGuid():N}");

        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await visitor.OpenChatAsync();
        await visitor.SayAsync(Next("visitor"));
        await desk.OpenAsync(said[0]);
        await desk.SayAsync(Next("operator"));
        await visitor.SeeAsync([.. said]);

        await visitor.ReloadAsync();
        await desk.Page.ReloadAsync();
        await visitor.SeeAsync([.. said]);
        await desk.SeeAsync([.. said]);

        await system.RestartAsync("realtime", Cancellation);
        await visitor.SayAsync(Next("visitor"));
        await desk.SeeAsync([.. said]);
        await desk.SayAsync(Next("operator"));
        await visitor.SeeAsync([.. said]);

        await system.RestartAsync("api", Cancellation);
        await desk.SayAsync(Next("operator"));
        await visitor.SeeAsync([.. said]);
        await visitor.SayAsync(Next("visitor"));
        await desk.SeeAsync([.. said]);

        await visitor.ReloadAsync();
        await desk.Page.ReloadAsync();
        await visitor.SeeAsync([.. said]);
        await desk.SeeAsync([.. said]);
    }

    [Fact]
    public async Task What_is_written_while_Api_and_Realtime_are_away_arrives_when_they_are_back()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var before = $"before {Guid.NewGuid():N}";
        var during = $"during {Guid.NewGuid():N}";
        await visitor.SayAsync(before);
        await visitor.SeeStateAsync("Sent");

        await system.StopAsync("realtime", Cancellation);
        await system.StopAsync("api", Cancellation);
        await visitor.SayAsync(during);
        await visitor.SeeAsync(before, during);
        await system.StartAsync("api", Cancellation);
        await system.StartAsync("realtime", Cancellation);

        await visitor.SeeStateAsync("Sent");
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(during);
        await desk.SeeAsync(before, during);
    }

    [Fact]
    public async Task What_is_written_while_Redis_is_away_arrives_when_it_is_back()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        string[] said = [$"before {Guid.NewGuid():N}", "asked without Redis", "answered without Redis", "asked with Redis again"];
        await visitor.SayAsync(said[0]);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(said[0]);

        await system.StopAsync("redis", Cancellation);
        await visitor.SayAsync(said[1]);
        await visitor.SeeStateAsync("Sent");
        await desk.SayAsync(said[2]);
        await system.StartAsync("redis", Cancellation);

        await visitor.SeeAsync(said[..3]);
        await desk.SeeAsync(said[..3]);
        await visitor.SayAsync(said[3]);
        await desk.SeeAsync(said);
    }

    [Fact]
    public async Task While_the_socket_is_down_messages_go_both_ways_and_the_visitor_is_told()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var first = $"first {Guid.NewGuid():N}";
        await visitor.SayAsync(first);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(first);

        await system.StopAsync("realtime", Cancellation);
        await Assertions.Expect(visitor.Page.GetByText("Connection lost. Messages are still being sent.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visitor.SayAsync("sent without a socket");
        await desk.SeeAsync(first, "sent without a socket");
        await desk.SayAsync("answered without a socket");
        await visitor.SeeAsync(first, "sent without a socket", "answered without a socket");

        await system.StartAsync("realtime", Cancellation);
        await Assertions.Expect(visitor.Page.GetByText("Connection lost. Messages are still being sent.")).ToBeHiddenAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Where_WebSockets_do_not_pass_the_answer_comes_by_the_event_stream()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.Page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/hubs/live"), socket => _ = socket.CloseAsync());
        await visitor.Page.ReloadAsync();
        var listening = visitor.Page.WaitForResponseAsync(response => response.Url.Contains("/channel/sse", StringComparison.Ordinal) && response.Ok);
        await visitor.OpenChatAsync();
        var words = $"behind a proxy {Guid.NewGuid():N}";
        await visitor.SayAsync(words);
        await listening;

        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(words);
        await desk.SayAsync("and yet we talk");
        await visitor.SeeAsync(words, "and yet we talk");
        await Assertions.Expect(visitor.Page.GetByText("Connection lost. Messages are still being sent.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_second_tab_of_the_same_browser_shows_the_same_conversation()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var words = $"one browser {Guid.NewGuid():N}";
        await visitor.SayAsync(words);
        await visitor.SeeStateAsync("Sent");

        var secondPage = await visitor.Page.Context.NewPageAsync();
        await secondPage.GotoAsync(system.Addresses.Demo.ToString());
        var second = new VisitorScreen(secondPage);
        if (await second.Launcher.IsVisibleAsync()) await second.OpenChatAsync();
        await second.SeeAsync(words);
        await visitor.SayAsync("seen in both");
        await second.SeeAsync(words, "seen in both");
    }

    [Fact]
    public async Task Reading_and_unread_counts_are_shown_on_both_sides()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var words = $"count me {Guid.NewGuid():N}";
        await visitor.SayAsync(words);
        await visitor.SeeStateAsync("Sent");

        var desk = await OperatorScreen.SignInAsync(chromium, system);
        var row = desk.Rows.Filter(new() { HasText = words });
        await Assertions.Expect(row).ToContainTextAsync("1");
        await desk.OpenAsync(words);
        await visitor.SeeStateAsync("Seen");
    }

    static string Remember(List<string> said, string words)
    {
        said.Add(words);
        return words;
    }
}
