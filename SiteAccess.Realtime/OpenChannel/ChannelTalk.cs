using System.Net.WebSockets;
using Microsoft.Extensions.Options;
using SiteAccess.Contracts.Errors;
using SiteAccess.Realtime.Messages;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>Takes what a guest hears to its wire, for as long as both last.</summary>
sealed class ChannelTalk(PositionReporter positions, TimeProvider clock, IOptions<OpenChannelOptions> options, ILogger<ChannelTalk> log)
{
    /// <summary>How long a closing connection has to read what waits for it, and why it ends.</summary>
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    public async Task OverSocketAsync(HttpContext context, ChannelGuest guest)
    {
        // The protocol's own pings are answered by every client without its knowing; who does not answer is dead.
        var keepAlive = options.Value.PingEvery;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = keepAlive, KeepAliveTimeout = keepAlive });
        var listening = new ChannelListener(guest.Connection, positions, clock).RunAsync(socket);
        await RunAsync(guest, new WebSocketWire(socket), context.RequestAborted);
        await listening.WaitAsync(Farewell, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Abort();
        await listening;
    }

    public async Task OverEventStreamAsync(HttpContext context, ChannelGuest guest)
    {
        var wire = new EventStreamWire(context.Response);
        await wire.BeginAsync(context.RequestAborted);
        await RunAsync(guest, wire, context.RequestAborted);
    }

    async Task RunAsync(ChannelGuest guest, IChannelWire wire, CancellationToken aborted)
    {
        var connection = guest.Connection;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        try
        {
            var carrying = CarryAsync(guest, wire, ending.Token);
            await Task.WhenAny(carrying, connection.Ended);
            ending.CancelAfter(Farewell);
            await carrying;
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException or IOException)
        {
            log.LogDebug(end, "A client has gone, or did not read to the end");
        }
        finally
        {
            connection.Leave();
        }
    }

    async Task CarryAsync(ChannelGuest guest, IChannelWire wire, CancellationToken ending)
    {
        var (connection, stream) = guest;
        try
        {
            await SendAsync(stream.CatchUpAsync(ending));
            await foreach (var item in connection.ReadAllAsync(ending))
            {
                await SendAsync(item switch
                {
                    { Frame: { } frame } => Only(frame),
                    { News: { } news } => stream.TurnAsync(news, ending),
                    _ => stream.CatchUpAsync(ending),
                });
                connection.Settle(item);
            }
        }
        catch (ApiException failure)
        {
            log.LogDebug(failure, "What was missing could not be fetched");
            connection.Close(ErrorCodes.ServerUnavailable);
        }

        await wire.EndAsync(connection.Closing, ending);

        async Task SendAsync(IAsyncEnumerable<OutgoingFrame> frames)
        {
            await foreach (var frame in frames)
            {
                await wire.SendAsync(frame, ending);
            }
        }
    }

    static async IAsyncEnumerable<OutgoingFrame> Only(byte[] frame)
    {
        await Task.CompletedTask;
        yield return new OutgoingFrame(frame);
    }
}
