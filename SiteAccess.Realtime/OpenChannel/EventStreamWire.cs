using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>An event stream (WHATWG HTML, 9.2): a session's position is the event's id, and the end comes with the time to stay away.</summary>
sealed class EventStreamWire(HttpResponse response) : IChannelWire
{
    const int ShortestRetry = 500;
    const int LongestRetry = 3_000;

    /// <summary>Answers that the stream is open.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        if (response.HttpContext.Request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            // The door has compared it with the token's.
            response.Headers.AccessControlAllowOrigin = origin;
            response.Headers.Vary = "Origin";
        }

        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await WriteAsync($"{Retry()}\n", cancellationToken);
    }

    public async Task SendAsync(OutgoingFrame frame, CancellationToken cancellationToken)
    {
        var body = response.BodyWriter;
        if (frame.Seq is { } seq)
        {
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {seq}\n"), body);
        }

        Encoding.UTF8.GetBytes("data: ", body);
        body.Write(frame.Text);
        Encoding.UTF8.GetBytes("\n\n", body);
        await body.FlushAsync(cancellationToken);
    }

    public async Task EndAsync(string? code, CancellationToken cancellationToken)
    {
        if (code is not null and not HubEvents.ServerMoving)
        {
            await SendAsync(new OutgoingFrame(ChannelFrames.Error(code)), cancellationToken);
        }

        await WriteAsync($"{Retry()}\n", cancellationToken);
    }

    // Not the same for all: those who are sent away together must not come back together.
    static string Retry() => string.Create(
        CultureInfo.InvariantCulture, $"retry: {RandomNumberGenerator.GetInt32(ShortestRetry, LongestRetry)}\n");

    async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        Encoding.UTF8.GetBytes(text, response.BodyWriter);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
