using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using SiteAccess.Testing.Links;

namespace SiteAccess.FaultTests.Links;

/// <summary>The links themselves: what they claim to do to a connection happens.</summary>
public sealed class LinkTests : IAsyncDisposable
{
    readonly EchoServer _echo = new();
    readonly Link _link;

    public LinkTests() => _link = new Link { Target = _echo.Address };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        _echo.Dispose();
    }

    [Fact]
    public async Task In_fair_weather_everything_passes_both_ways()
    {
        using var caller = await CallAsync();
        var sent = new byte[1_000_000];
        new Random(1).NextBytes(sent);

        var heard = HearAsync(caller, sent.Length);
        await caller.GetStream().WriteAsync(sent, Cancellation);
        Assert.Equal(sent, await heard);
    }

    [Fact]
    public async Task An_end_is_passed_on()
    {
        using var caller = await CallAsync();
        await AssertEchoesAsync(caller, "hi");
        _echo.HangUp();
        await AssertEndsAsync(caller);
    }

    [Fact]
    public async Task A_cut_resets_what_is_open_and_what_comes_until_it_is_mended()
    {
        using var before = await CallAsync();
        await AssertEchoesAsync(before, "hi");

        _link.Weather = new Weather.Cut();
        await AssertResetAsync(before);
        await AssertResetAsync(null);

        _link.Mend();
        using var after = await CallAsync();
        await AssertEchoesAsync(after, "again");
    }

    [Fact]
    public async Task A_half_open_connection_stays_open_and_silent_even_when_the_link_is_mended()
    {
        using var before = await CallAsync();
        await AssertEchoesAsync(before, "hi");

        _link.Weather = new Weather.HalfOpen();
        await before.GetStream().WriteAsync("lost"u8.ToArray(), Cancellation);
        using var during = await CallAsync();
        await during.GetStream().WriteAsync("lost too"u8.ToArray(), Cancellation);
        while (_link.Count < 2) await Task.Delay(TimeSpan.FromMilliseconds(1), Cancellation); // the caller is connected before the link has taken it
        _link.Mend();

        // The new connection's answer comes after anything that the old ones could still have said.
        using var after = await CallAsync();
        await AssertEchoesAsync(after, "again");
        Assert.Equal(0, before.Available + during.Available);
    }

    [Fact]
    public async Task A_half_open_connection_does_not_even_end()
    {
        using var caller = await CallAsync();
        await AssertEchoesAsync(caller, "hi");
        _link.Weather = new Weather.HalfOpen();
        _echo.HangUp();
        _link.Mend();

        using var after = await CallAsync();
        await AssertEchoesAsync(after, "again");
        Assert.False(caller.Client.Poll(0, SelectMode.SelectRead), "The end was passed on.");
    }

    [Fact]
    public async Task A_slow_link_takes_its_time_and_loses_nothing()
    {
        _link.Weather = new Weather.Slow(BytesPerSecond: 20_000, Latency: TimeSpan.FromMilliseconds(1));
        using var caller = await CallAsync();
        var sent = new byte[6_000];
        new Random(2).NextBytes(sent);

        var begin = Stopwatch.GetTimestamp();
        Assert.Equal(sent, await EchoAsync(caller, sent));
        Assert.True(Stopwatch.GetElapsedTime(begin) > TimeSpan.FromSeconds(0.25), "It was not slow.");
    }

    [Fact]
    public async Task A_late_link_delays_each_word()
    {
        _link.Weather = new Weather.Slow(BytesPerSecond: 1_000_000, Latency: TimeSpan.FromMilliseconds(100));
        using var caller = await CallAsync();
        var begin = Stopwatch.GetTimestamp();
        await AssertEchoesAsync(caller, "hi");
        Assert.True(Stopwatch.GetElapsedTime(begin) > TimeSpan.FromSeconds(0.19), "It was not late.");
    }

    [Fact]
    public async Task A_flapping_link_ends_mended()
    {
        await _link.FlapAsync(seed: 5, TimeSpan.FromSeconds(1), Cancellation);
        using var caller = await CallAsync();
        await AssertEchoesAsync(caller, "hi");
    }

    [Fact]
    public void The_same_seed_flaps_the_same()
    {
        var length = TimeSpan.FromSeconds(20);
        Assert.Equal(Flapping.Schedule(7, length), Flapping.Schedule(7, length));
        Assert.NotEqual(Flapping.Schedule(7, length), Flapping.Schedule(8, length));
        Assert.Equal(length, TimeSpan.FromTicks(Flapping.Schedule(7, length).Sum(time => time.Ticks)));
    }

    [Theory]
    [InlineData("http://localhost:5010", "localhost", 5010, "http://127.0.0.1:9")]
    [InlineData("localhost:6379,password=secret", "localhost", 6379, "127.0.0.1:9,password=secret")]
    [InlineData("Host=db;Port=5432;Username=postgres", "db", 5432, "host=127.0.0.1;port=9;username=postgres")]
    public void Every_kind_of_address_can_be_led_through_a_link(string text, string host, int port, string through)
    {
        var (target, redirected) = LinkSet.Redirect(text, new(System.Net.IPAddress.Loopback, 9));
        Assert.Equal((host, port), (target.Host, target.Port));
        Assert.Equal(through, redirected, ignoreCase: true);
    }

    async Task<TcpClient> CallAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(_link.Address, Cancellation);
        return client;
    }

    static async Task AssertEchoesAsync(TcpClient caller, string words) =>
        Assert.Equal(words, Encoding.UTF8.GetString(await EchoAsync(caller, Encoding.UTF8.GetBytes(words))));

    static async Task<byte[]> EchoAsync(TcpClient caller, byte[] words)
    {
        await caller.GetStream().WriteAsync(words, Cancellation);
        return await HearAsync(caller, words.Length);
    }

    static async Task<byte[]> HearAsync(TcpClient caller, int count)
    {
        var heard = new byte[count];
        await caller.GetStream().ReadExactlyAsync(heard, Cancellation);
        return heard;
    }

    static async Task AssertEndsAsync(TcpClient caller) => Assert.Equal(0, await caller.GetStream().ReadAsync(new byte[1], Cancellation));

    // The reset of a new connection may come while it is still being made.
    async Task AssertResetAsync(TcpClient? caller)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await (caller ?? await CallAsync()).GetStream().ReadExactlyAsync(new byte[1], Cancellation));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException ?? failure).SocketErrorCode);
    }
}
