using System.Collections.Concurrent;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.FaultTests.Load;

/// <summary>What a client said and was told, for the oracle.</summary>
sealed class ClientLog(string client, Guid conversationId)
{
    readonly ConcurrentQueue<Said> _said = new();
    readonly ConcurrentQueue<MessageAnswer> _answers = new();
    readonly ConcurrentQueue<string> _events = new();

    public string Client => client;

    public Guid ConversationId => conversationId;

    /// <summary>What the client wanted stored, in the order in which it said it.</summary>
    public IReadOnlyCollection<Said> AllSaid => _said;

    /// <summary>The final answers: accepted, or refused for good.</summary>
    public IReadOnlyCollection<MessageAnswer> Answers => _answers;

    /// <summary>What else happened: connections, repeats, resumes.</summary>
    public IReadOnlyCollection<string> Events => _events;

    /// <summary>The list that the client shows, as it was at the end.</summary>
    public Timeline Timeline { get; } = new();

    /// <summary>Sends that had no answer, or one that said "later", and were repeated.</summary>
    public int Repeats { get; private set; }

    public void Say(Guid clientMessageId, string body) => _said.Enqueue(new Said(clientMessageId, body));

    public void Accept(Guid clientMessageId, MessageAccepted accepted) => _answers.Enqueue(new MessageAnswer(clientMessageId, accepted.Id, accepted.Seq, null));

    public void Refuse(Guid clientMessageId, string code) => _answers.Enqueue(new MessageAnswer(clientMessageId, Guid.Empty, 0, code));

    public void Repeat(string why)
    {
        Repeats++;
        Note($"repeats a send: {why}");
    }

    public void Note(string what) => _events.Enqueue($"{DateTime.UtcNow:HH:mm:ss.fff} {client}: {what}");
}

/// <summary>A message that a client wants stored.</summary>
sealed record Said(Guid ClientMessageId, string Body);

/// <summary>What became of a send.</summary>
/// <param name="ClientMessageId">Which.</param>
/// <param name="Id">The stored message, if it was accepted.</param>
/// <param name="Seq">Its place, if it was accepted.</param>
/// <param name="Refusal">The code, if it was refused for good.</param>
sealed record MessageAnswer(Guid ClientMessageId, Guid Id, long Seq, string? Refusal);
