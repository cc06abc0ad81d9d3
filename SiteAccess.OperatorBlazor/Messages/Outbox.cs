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
        return RetryAsync(message.ConversationId, MayPass); // What waits before it goes first.
    }

    /// <summary>Tries again what failed in a conversation.</summary>
    public Task RetryAsync(Guid conversationId) => RetryAsync(conversationId, _ => true);

    /// <summary>Tries again everywhere what may pass now: Api answers again.</summary>
    public Task RetryAllAsync() => Task.WhenAll(
        _waiting.Where(MayPass).Select(item => item.ConversationId).Distinct().ToList().Select(id => RetryAsync(id, MayPass)));

    /// <summary>Drops one that will never be sent.</summary>
    public void Discard(Outgoing message)
    {
        _waiting.RemoveAll(item => item.ClientMessageId == message.ClientMessageId);
        Changed?.Invoke(message.ConversationId);
    }

    /// <inheritdoc />
    public void Dispose() => _end.Cancel(); // Not disposed: what is still on its way asks it for its token.

    Task RetryAsync(Guid conversationId, Predicate<Outgoing> which)
    {
        Mark(item => item.ConversationId == conversationId && which(item), null);
        Changed?.Invoke(conversationId);
        return DrainAsync(conversationId);
    }

    void Mark(Predicate<Outgoing> which, string? problem)
    {
        for (var i = 0; i < _waiting.Count; i++)
            if (which(_waiting[i])) _waiting[i] = _waiting[i] with { Problem = problem };
    }

    static SendMessage ToSend(Outgoing item) => new(
        item.ClientMessageId,
        item.Body,
        item.Attachments is { Count: > 0 } files ? [.. files.Select(file => file.Id)] : null,
        Kind: item.Kind,
        MentionIds: item.MentionIds,
        ReplyToSeq: item.ReplyToSeq);

    static bool MayPass(Outgoing item) => ApiFailures.MayPass(item.Problem);

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
            var stored = await messages.SendAsync(item.ConversationId, ToSend(item), _end.Token);
            _waiting.RemoveAll(waiting => waiting.ClientMessageId == item.ClientMessageId);
            Stored?.Invoke(stored);
            Changed?.Invoke(item.ConversationId);
            return true;
        }
        catch (ApiException refusal)
        {
            // Those behind it fail with it, so that nothing overtakes.
            var mayPass = refusal.MayPass();
            Mark(other => mayPass ? other.ConversationId == item.ConversationId : other.ClientMessageId == item.ClientMessageId, refusal.Code);
            Changed?.Invoke(item.ConversationId);
            return !mayPass;
        }
        catch (OperationCanceledException)
        {
            return false; // The circuit has ended; the browser keeps the message.
        }
    }
}
