using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SiteAccess.ServiceDefaults.Http;

/// <summary>
/// Keeps a call to another service within limits: 10 s in all, 3 s an attempt, and up to two more attempts with growing, random
/// pauses, but only where a repetition is harmless.
/// </summary>
sealed class ResilienceHandler : DelegatingHandler
{
    static readonly ResiliencePropertyKey<bool> MayRepeat = new("may-repeat");

    readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    internal ResilienceHandler(ResilienceLimits limits, TimeProvider clock)
    {
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddTimeout(limits.Total)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 2,
                Delay = limits.FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static attempt => ValueTask.FromResult(
                    attempt.Context.Properties.GetValue(MayRepeat, false) && IsPassing(attempt.Outcome)),
                OnRetry = static attempt =>
                {
                    attempt.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(limits.Attempt)
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(MayRepeat, request.MayBeRepeated());
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, call) => await call.Handler.SendOnceAsync(call.Request, context.CancellationToken),
                context,
                (Handler: this, Request: request));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException
        || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout;
}
