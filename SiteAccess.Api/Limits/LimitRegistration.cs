using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Http;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Limits;

static class LimitRegistration
{
    /// <summary>Rate limits per token and per network address, each process counting on its own.</summary>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection(LimitOptions.Section).Get<LimitOptions>() ?? new LimitOptions();
        builder.Services.AddRateLimiter(options =>
        {
            options.AddPolicy(LimitNames.Arriving, context => PerMinute(ClientAddress.Of(context), limits.SessionsPerAddress));
            options.AddPolicy(LimitNames.SigningIn, context => PerMinute(ClientAddress.Of(context), limits.SignInsPerAddress));
            options.AddPolicy(LimitNames.Beginning, context => PerMinute(PersonOf(context), limits.ConversationsPerToken));
            options.AddPolicy(LimitNames.Talking, context => PerMinute(PersonOf(context), limits.MessagesPerToken));
            options.AddPolicy(LimitNames.Checking, context => PerMinute(PersonOf(context), limits.ChecksPerToken));
            options.AddPolicy(LimitNames.Uploading, context => PerMinute(PersonOf(context), limits.UploadsPerToken));
            options.AddPolicy(LimitNames.Subscribing, context => PerMinute(PersonOf(context), limits.ChannelTokensPerPerson));
            options.OnRejected = (rejected, _) => RefuseAsync(rejected);
        });
    }

    static RateLimitPartition<string> PerMinute(string who, int count) => RateLimitPartition.GetTokenBucketLimiter(
        who,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = count,
            TokensPerPeriod = Math.Max(1, count / 60),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / count * Math.Max(1, count / 60),
        });

    static string PersonOf(HttpContext context) => context.User.FindFirstValue(AccessClaims.Subject) ?? ClientAddress.Of(context);

    static async ValueTask RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problem.Of(StatusCodes.Status429TooManyRequests, ErrorCodes.RequestTooMany, retryAfter: seconds).ExecuteAsync(rejected.HttpContext);
    }
}
