using System.Buffers.Text;
using System.Text;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.Load.Wire;

/// <summary>
/// SignalR's JSON protocol, as docs/protocol.md says. A send is a frame made once, in which only the number changes; what comes is
/// searched, not parsed: the bodies are ours and hold nothing that could be mistaken.
/// </summary>
sealed class HubWire(WebSocketLink link, int side) : ChatWire(link)
{
    const byte RecordEnd = 0x1E;
    const int NumberLength = 8;

    static readonly byte[] Handshake = WebSocketFrame.Text("{\"protocol\":\"json\",\"version\":1}\u001e"u8);
    static readonly byte[] Ping = WebSocketFrame.Text("{\"type\":6}\u001e"u8);
    static readonly byte[] Received = Encoding.ASCII.GetBytes($"\"target\":\"{HubEvents.MessageReceived}\"");

    byte[] _frame = [];
    int _invocationAt;
    int _markAt;
    byte[] _begun = [];

    public override Task JoinAsync(Guid conversationId) => AskAsync(Encoding.UTF8.GetBytes(
        $$"""{"type":1,"invocationId":"join","target":"{{HubEvents.ConversationJoin}}","arguments":[{"conversationId":"{{conversationId}}"}]}""" + "\u001e"));

    public override void Prepare(Guid conversationId, int bodyBytes)
    {
        var mark = MessageMark.Template(side);
        var number = new string('0', NumberLength);
        _frame = WebSocketFrame.Text(Encoding.UTF8.GetBytes(
            $$"""{"type":1,"invocationId":"{{number}}","target":"{{HubEvents.MessageSend}}","arguments":[{"conversationId":"{{conversationId}}","clientMessageId":"{{mark}}","body":"{{Body.Of(bodyBytes)}}"}]}""" + "\u001e"));
        _invocationAt = _frame.AsSpan().IndexOf(Encoding.ASCII.GetBytes(number));
        _markAt = _frame.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark));
    }

    public override void Send(int number)
    {
        Utf8Formatter.TryFormat(number, _frame.AsSpan(_invocationAt), out _, new('D', NumberLength));
        MessageMark.Number8(_frame.AsSpan(_markAt), number);
        Link.Send(_frame);
    }

    public override void Beat() => Link.Send(Ping);

    protected override void Greet() => Link.Send(Handshake);

    // A record may be spread over frames, and a frame may hold several.
    protected override void Take(ReadOnlySpan<byte> payload)
    {
        while (payload.IndexOf(RecordEnd) is var end and >= 0)
        {
            var record = payload[..end];
            payload = payload[(end + 1)..];
            if (_begun.Length > 0)
            {
                record = (byte[])[.. _begun, .. record];
                _begun = [];
            }

            TakeRecord(record);
        }

        if (!payload.IsEmpty)
        {
            _begun = [.. _begun, .. payload];
        }
    }

    void TakeRecord(ReadOnlySpan<byte> record)
    {
        var type = record.IndexOf("\"type\":"u8) is var at and >= 0 ? record[at + 7] : (byte)'0';
        switch (type)
        {
            case (byte)'1' when record.IndexOf(Received) >= 0:
                if (MessageMark.TryRead(record.After("\"clientMessageId\":\""u8), out var mark))
                {
                    Hearing!.Received(mark, record.After("\"seq\":"u8).ReadNumber());
                }

                break;
            case (byte)'3':
                Complete(record);
                break;
            case (byte)'7':
                Hearing!.Ended();
                break;
        }
    }

    void Complete(ReadOnlySpan<byte> record)
    {
        var error = record.IndexOf("\"error\":"u8) >= 0 ? Encoding.UTF8.GetString(record) : null;
        if (!Utf8Parser.TryParse(record.After("\"invocationId\":\""u8), out int number, out var length) || length != NumberLength)
        {
            Answered(error);
        }
        else if (error is null)
        {
            Hearing!.Acknowledged(number, record.After("\"seq\":"u8).ReadNumber());
        }
        else
        {
            Hearing!.Refused(number, error);
        }
    }
}
