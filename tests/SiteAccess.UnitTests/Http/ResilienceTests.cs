using System.Diagnostics;
using System.Net;
using Polly.Timeout;
using SiteAccess.ServiceDefaults.Http;

namespace SiteAccess.UnitTests.Http;

public sealed class ResilienceTests
{
    static readonly ResilienceLimits Quick = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(1));

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", false, 3)]
    [InlineData("PUT", false, 3)]
    [InlineData("DELETE", false, 3)]
    [InlineData("POST", false, 1)]
    [InlineData("PATCH", false, 1)]
    [InlineData("POST", true, 3)]
    public async Task Only_what_may_be_repeated_is(string method, bool isMarked, int attempts)
    {
        var server = new Server(_ => Answer(HttpStatusCode.ServiceUnavailable));
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://x/");
        using var answer = await SendAsync(server, isMarked ? request.AllowRepetition() : request);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, attempts), (answer.StatusCode, server.Attempts));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.OK)]
    public async Task An_answer_that_would_be_the_same_again_is_not_asked_for_again(HttpStatusCode status)
    {
        var server = new Server(_ => Answer(status));
        using var answer = await SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "http://x/"));
        Assert.Equal(1, server.Attempts);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        var server = new Server(attempt => attempt < 3 ? throw new HttpRequestException("broken") : Answer(HttpStatusCode.OK));
        using var answer = await SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "http://x/"));
        Assert.Equal((HttpStatusCode.OK, 3), (answer.StatusCode, server.Attempts));
    }

    [Fact]
    public async Task An_attempt_that_hangs_gives_way_to_the_next()
    {
        var server = new Server(attempt => attempt == 1 ? Never : Answer(HttpStatusCode.OK));
        using var answer = await SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "http://x/"));
        Assert.Equal((HttpStatusCode.OK, 2), (answer.StatusCode, server.Attempts));
    }

    [Fact]
    public async Task A_call_ends_though_every_attempt_hangs()
    {
        var clock = Stopwatch.StartNew();
        var server = new Server(_ => Never);
        await Assert.ThrowsAsync<TimeoutRejectedException>(() => SendAsync(server, new HttpRequestMessage(HttpMethod.Get, "http://x/")));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    static async Task<HttpResponseMessage> SendAsync(Server server, HttpRequestMessage request)
    {
        using var client = new HttpMessageInvoker(new ResilienceHandler(Quick, TimeProvider.System) { InnerHandler = server });
        return await client.SendAsync(request, Cancellation);
    }

    static HttpResponseMessage? Never => null;

    static HttpResponseMessage Answer(HttpStatusCode status) => new(status);

    sealed class Server(Func<int, HttpResponseMessage?> answer) : HttpMessageHandler
    {
        public int Attempts { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Attempts++;
            if (answer(Attempts) is { } response)
            {
                return response;
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new UnreachableException();
        }
    }
}
