using SiteAccess.Contracts.Messages;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>
/// The messages of one conversation that are here, each once, in the order of their <c>seq</c>, from whatever order they
/// arrived in. Knows whether one is missing between them.
/// </summary>
public sealed class MessageLog
{
    readonly SortedList<long, MessageView> _bySeq = [];

    /// <summary>The messages in order.</summary>
    public IList<MessageView> Messages => _bySeq.Values;

    /// <summary>The oldest position here; 0 for none.</summary>
    public long FirstSeq => _bySeq.Count == 0 ? 0 : _bySeq.Keys[0];

    /// <summary>The newest position here; 0 for none.</summary>
    public long LastSeq => _bySeq.Count == 0 ? 0 : _bySeq.Keys[^1];

    /// <summary>Whether something older was said before what is here.</summary>
    public bool HasOlder => FirstSeq > 1;

    /// <summary>Whether something between the first and the last is missing.</summary>
    public bool HasGap => LastSeq - FirstSeq + 1 != _bySeq.Count && _bySeq.Count > 0;

    /// <summary>The newest position before which nothing is missing: where a catch-up starts.</summary>
    public long WholeUpTo
    {
        get
        {
            if (!HasGap) return LastSeq;
            var index = 0;
            while (_bySeq.Keys[index + 1] == _bySeq.Keys[index] + 1) index++;
            return _bySeq.Keys[index];
        }
    }

    /// <summary>Takes a message.</summary>
    /// <returns>Whether it was not here before.</returns>
    public bool Add(MessageView message) => _bySeq.TryAdd(message.Seq, message);

    /// <summary>Puts a changed message in its place, and into what quotes it.</summary>
    public void Change(MessageView message)
    {
        if (_bySeq.GetValueOrDefault(message.Seq)?.Id == message.Id) _bySeq[message.Seq] = message;
        foreach (var quoting in _bySeq.Values.Where(other => other.ReplyTo?.Seq == message.Seq).ToList())
            _bySeq[quoting.Seq] = quoting with { ReplyTo = Quote(message) };
    }

    /// <summary>What stands at a position, as another message quotes it; null when it is not here.</summary>
    public QuotedMessage? QuoteAt(long? seq) => seq is { } at && _bySeq.GetValueOrDefault(at) is { } message ? Quote(message) : null;

    /// <summary>A message as another one quotes it.</summary>
    public static QuotedMessage Quote(MessageView message) => new(
        message.Seq, message.SenderType, message.SenderName, message.Kind, message.Body, message.DeletedAt is null ? null : true);
}
