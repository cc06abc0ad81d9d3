using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.FaultTests.Load;

/// <summary>What a client wants to say, sent one after another, each with its <c>clientMessageId</c> until it is answered.</summary>
sealed class Outbox(ClientLog log, Func<CancellationToken, Task<HubLine>> line, Random random)
{
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);
    readonly Channel<Said> _queue = Channel.CreateUnbounded<Said>();
    int _pending;

    public int Pending => Volatile.Read(ref _pending);

    public void Add(string body)
    {
        Interlocked.Increment(ref _pending);
        _queue.Writer.TryWrite(new Said(Guid.NewGuid(), body));
    }

    public async Task RunAsync(CancellationToken ended)
    {
        try
        {
            await foreach (var said in _queue.Reader.ReadAllAsync(ended))
            {
                log.Say(said.ClientMessageId, said.Body);
                while (!await IsAnsweredAsync(said, ended)) await Task.Delay(random.Next(50, 250), ended);
                Interlocked.Decrement(ref _pending);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            log.Note("ends");
        }
    }

    async Task<bool> IsAnsweredAsync(Said said, CancellationToken ended)
    {
        try
        {
            var request = new SendToConversation(log.ConversationId, said.ClientMessageId, said.Body);
            log.Accept(said.ClientMessageId, await (await line(ended)).AskAsync<MessageAccepted>(HubEvents.MessageSend, request, AnswerWithin, ended));
            return true;
        }
        catch (HubException refusal)
        {
            var code = HubLine.CodeOf(refusal);
            if (code is ErrorCodes.ServerUnavailable or ErrorCodes.ServerError or ErrorCodes.RequestTooMany)
            {
                log.Repeat(code);
                return false;
            }

            log.Refuse(said.ClientMessageId, code);
            return true;
        }
        catch (Exception failure) when (!ended.IsCancellationRequested && failure is OperationCanceledException or IOException or InvalidOperationException or System.Net.WebSockets.WebSocketException)
        {
            log.Repeat(failure.Message);
            return false;
        }
    }
}
