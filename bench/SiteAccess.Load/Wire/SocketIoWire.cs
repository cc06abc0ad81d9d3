using System.Buffers.Text;
using System.Text;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.Load.Wire;

/// <summary>
/// Socket.IO 4 over Engine.IO 4: <c>40</c> connects, <c>42ID["event",{…}]</c> is an event, <c>43ID[…]</c> its answer, <c>2</c> and
/// <c>3</c> are ping and pong. Positions are the sender's own numbers: the peer numbers nothing, and one side alone writes.
/// </summary>
sealed class SocketIoWire(WebSocketLink link, int side) : ChatWire(link)
{
    const int NumberLength = 8;

    static readonly byte[] Pong = WebSocketFrame.Text("3"u8);

    byte[] _frame = [];
    int _ackAt;
    int _markAt;

    public override async Task JoinAsync(Guid conversationId)
    {
        await AskAsync("40"u8.ToArray());
        await AskAsync(Encoding.UTF8.GetBytes($$"""420["{{HubEvents.ConversationJoin}}",{"conversationId":"{{conversationId}}"}]"""));
    }

    public override void Prepare(Guid conversationId, int bodyBytes)
    {
        var mark = MessageMark.Template(side);
        var number = new string('0', NumberLength);
        var start = $"42{number}[";
        _frame = WebSocketFrame.Text(Encoding.UTF8.GetBytes(
            $$"""{{start}}"{{HubEvents.MessageSend}}",{"conversationId":"{{conversationId}}","clientMessageId":"{{mark}}","body":"{{Body.Of(bodyBytes)}}"}]"""));
        _ackAt = _frame.AsSpan().IndexOf(Encoding.ASCII.GetBytes(start)) + 2;
        _markAt = _frame.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark));
    }

    public override void Send(int number)
    {
        Utf8Formatter.TryFormat(number, _frame.AsSpan(_ackAt), out _, new('D', NumberLength));
        MessageMark.Number8(_frame.AsSpan(_markAt), number);
        Link.Send(_frame);
    }

    // The server asks, and is answered where it asks.
    public override void Beat()
    {
    }

    protected override void Greet()
    {
    }

    protected override void Take(ReadOnlySpan<byte> payload)
    {
        if (payload.StartsWith("42"u8))
        {
            if (MessageMark.TryRead(payload.After("\"clientMessageId\":\""u8), out var mark))
            {
                Hearing!.Received(mark, mark.Number);
            }
        }
        else if (payload.StartsWith("43"u8))
        {
            Complete((int)payload[2..].ReadNumber());
        }
        else if (payload.StartsWith("40"u8))
        {
            Answered(error: null);
        }
        else if (payload.StartsWith("2"u8))
        {
            Link.Send(Pong);
        }
    }

    void Complete(int number)
    {
        if (number == 0)
        {
            Answered(error: null);
            return;
        }

        // Rooms leave the sender out: the answer is the sender's copy.
        Hearing!.Received(new MessageMark(side, number), number);
        Hearing!.Acknowledged(number, number);
    }
}
