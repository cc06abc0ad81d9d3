using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Problems;
using SiteAccess.ServiceDefaults.Redis;
using SiteAccess.UnitTests.Http;

namespace SiteAccess.UnitTests.Problems;

public sealed class ProblemTests
{
    const string Secret = "Password=hunter2";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/boom", HttpStatusCode.InternalServerError, ErrorCodes.ServerError)]
    [InlineData("/redis", HttpStatusCode.ServiceUnavailable, ErrorCodes.ServerUnavailable)]
    [InlineData("/api", HttpStatusCode.ServiceUnavailable, ErrorCodes.ServerUnavailable)]
    [InlineData("/nowhere", HttpStatusCode.NotFound, ErrorCodes.NotFound)]
    [InlineData("/secret", HttpStatusCode.Unauthorized, ErrorCodes.AuthRequired)]
    [InlineData("/number?n=rubbish", HttpStatusCode.BadRequest, ErrorCodes.RequestInvalid)]
    [InlineData("/slower", HttpStatusCode.TooManyRequests, ErrorCodes.RequestTooMany)]
    public async Task Every_refusal_is_a_problem_with_a_code_and_tells_nothing_of_the_inside(string path, HttpStatusCode status, string code)
    {
        await using var service = await StartAsync();
        using var answer = await service.Client.GetAsync(path, Cancellation);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        var problem = await answer.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options, Cancellation);
        Assert.Equal((code, (int)status), (problem!.Code, problem.Status));
    }

    [Fact]
    public async Task The_seconds_to_wait_are_told()
    {
        await using var service = await StartAsync();
        var problem = await (await service.Client.GetAsync("/slower", Cancellation)).Content.ReadFromJsonAsync<ProblemView>(WireJson.Options, Cancellation);
        Assert.Equal(7, problem!.RetryAfter);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/healthz")]
    [InlineData("/alive")]
    public async Task Health_is_told_to_everybody(string path)
    {
        await using var service = await StartAsync();
        Assert.Equal("Healthy", await service.Client.GetStringAsync(path, Cancellation));
    }

    [Fact]
    public async Task Forwarded_addresses_are_believed_from_named_proxies_alone()
    {
        await using var naive = await StartAsync();
        Assert.Equal("127.0.0.1", await AddressAsync(naive));
        await using var behind = await StartAsync(("ForwardedHeaders:KnownProxies:0", "127.0.0.1"));
        Assert.Equal("203.0.113.9", await AddressAsync(behind));
    }

    static async Task<string> AddressAsync(ServiceHost service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/address") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        using var answer = await service.Client.SendAsync(request, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    static Task<ServiceHost> StartAsync(params (string Key, string Value)[] settings) => ServiceHost.StartAsync(
        builder => builder.AddAccessTokens(),
        app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapGet("/boom", string () => throw new InvalidOperationException(Secret));
            app.MapGet("/redis", string () => throw new RedisUnavailableException(Secret));
            app.MapGet("/api", string () => throw new ApiException(ErrorCodes.ServerUnavailable, inner: new HttpRequestException(Secret)));
            app.MapGet("/secret", () => "secret").RequireAuthorization(Policies.Operator);
            app.MapGet("/number", (int n) => n);
            app.MapGet("/slower", () => Problem.Of(429, ErrorCodes.RequestTooMany, retryAfter: 7));
            app.MapGet("/address", (HttpContext context) => context.Connection.RemoteIpAddress?.MapToIPv4().ToString());
        },
        [("Tokens:SigningKey", "a key of more than thirty-two bytes"), .. settings]);
}
