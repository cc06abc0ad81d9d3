using System.Net.WebSockets;
using System.Text.Json;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.OpenChannel;
using SiteAccess.Realtime.Limits;
using SiteAccess.Realtime.Messages;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>Hears what a client says on its WebSocket: acknowledgements and pings. What makes no sense is answered, what is no text or too long ends it.</summary>
sealed class ChannelListener(ChannelConnection connection, PositionReporter positions, TimeProvider clock)
{
    /// <summary>An acknowledgement has about 70 bytes.</summary>
    public const int LargestFrame = 1024;

    readonly Allowance _allowance = new(burst: 60, perSecond: 10, clock);
    readonly byte[] _buffer = new byte[LargestFrame];

    /// <summary>Done when the client has gone.</summary>
    public async Task RunAsync(WebSocket socket)
    {
        try
        {
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent && await ReadAsync(socket) is { } length)
            {
                if (!connection.Ended.IsCompleted)
                {
                    Take(_buffer.AsSpan(0, length));
                }
            }
        }
        catch (WebSocketException)
        {
            // Gone without a word; so are those whose pong did not come.
        }

        connection.Leave();
    }

    /// <returns>The frame's length; null when the client closes.</returns>
    async Task<int?> ReadAsync(WebSocket socket)
    {
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += received.Count;
            if (received.EndOfMessage && received.MessageType == WebSocketMessageType.Text)
            {
                return length;
            }

            if (received.MessageType != WebSocketMessageType.Text || length == LargestFrame)
            {
                // Read on, or the client would never see why: but nothing of it is kept.
                connection.Close(received.MessageType == WebSocketMessageType.Text ? ErrorCodes.RequestTooLarge : ErrorCodes.RequestInvalid);
                length = 0;
            }
        }
    }

    void Take(ReadOnlySpan<byte> text)
    {
        if (_allowance.TryTake() > TimeSpan.Zero)
        {
            connection.Close(ErrorCodes.RequestTooMany);
            return;
        }

        switch (Read(text))
        {
            case { Type: OpenChannelNames.Ack, LastId: { } id } when connection.Sent.Find(id) is var (conversationId, seq):
                positions.Report(new ReportPosition(connection.Actor, conversationId, seq, ReadSeq: null));
                break;
            case { Type: OpenChannelNames.Ack, LastId: not null }:
                connection.Say(ChannelFrames.Error(ErrorCodes.NotFound));
                break;
            case { Type: OpenChannelNames.Ping }:
                connection.Say(ChannelFrames.Pong);
                break;
            case { Type: OpenChannelNames.Pong }:
                break;
            default:
                connection.Say(ChannelFrames.Error(ErrorCodes.RequestInvalid));
                break;
        }
    }

    static ChannelWord? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<ChannelWord>(text, OpenChannelJson.Options);
        }
        catch (JsonException)
        {
            return null; // answered like any other word that makes no sense
        }
    }
}
