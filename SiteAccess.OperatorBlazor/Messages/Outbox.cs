using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>
/// Sends what the operator of this circuit writes: shown at once, stored once, one after the other in each conversation.
/// What could not be sent waits here and, until it is stored, in the browser too, so that no crash loses a word.
/// Runs on the circuit's own thread of work, hence without locks.
/// </summary>
/// <param name="messages">Api's messages.</param>
public sealed class Outbox(MessagesClient messages) : IDisposable
{
    readonly List<Outgoing> _waiting = [];
    readonly HashSet<Guid> _busy = [];
    readonly CancellationTokenSource _end = new();

    /// <summary>Raised with the conversation's id when something of it began, failed or was stored.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Raised when a message is stored.</summary>
    public event Action<MessageView>? Stored;

    /// <summary>What is on its way in a conversation, in the order of writing.</summary>
    public IEnumerable<Outgoing> In(Guid conversationId) => _waiting.Where(item => item.ConversationId == conversationId);

    /// <summary>Takes a message and sends it. One that is known already is left to go its way.</summary>
    public Task SendAsync(Outgoing message)
    {
        if (_waiting.Any(item => item.ClientMessageId == message.ClientMessageId)) return Task.CompletedTask;
        _waiting.Add(message);
        Changed?.Invoke(message.ConversationId);
        return DrainAsync(message.ConversationId);
    }

    /// <summary>Tries again what failed in a conversation.</summary>
    public Task RetryAsync(Guid conversationId)
    {
        for (var i = 0; i < _waiting.Count; i++)
            if (_waiting[i].ConversationId == conversationId)
                _waiting[i] = _waiting[i] with { Problem = null };
        Changed?.Invoke(conversationId);
        return DrainAsync(conversationId);
    }

    /// <summary>Tries again everywhere: Api answers again.</summary>
    public Task RetryAllAsync() =>
        Task.WhenAll(_waiting.Select(item => item.ConversationId).Distinct().ToList().Select(RetryAsync));

    /// <summary>Drops one that will never be sent.</summary>
    public void Discard(Outgoing message)
    {
        _waiting.RemoveAll(item => item.ClientMessageId == message.ClientMessageId);
        Changed?.Invoke(message.ConversationId);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    async Task DrainAsync(Guid conversationId)
    {
        if (!_busy.Add(conversationId)) return;
        try
        {
            while (!_end.IsCancellationRequested && In(conversationId).FirstOrDefault(item => item.Problem is null) is { } next)
                if (!await SendOneAsync(next))
                    return;
        }
        finally
        {
            _busy.Remove(conversationId);
        }
    }

    async Task<bool> SendOneAsync(Outgoing item)
    {
        try
        {
            var stored = await messages.SendAsync(item.ConversationId, new SendMessage(item.ClientMessageId, item.Body), _end.Token);
            _waiting.RemoveAll(waiting => waiting.ClientMessageId == item.ClientMessageId);
            Stored?.Invoke(stored);
            Changed?.Invoke(item.ConversationId);
            return true;
        }
        catch (ApiException refusal)
        {
            // Those behind it fail with it, so that nothing overtakes.
            foreach (var behind in refusal.MayPass() ? In(item.ConversationId).ToList() : [item])
                _waiting[_waiting.IndexOf(behind)] = behind with { Problem = refusal.Code };
            Changed?.Invoke(item.ConversationId);
            return !refusal.MayPass();
        }
        catch (OperationCanceledException)
        {
            return false; // The circuit has ended; the browser keeps the message.
        }
    }
}
