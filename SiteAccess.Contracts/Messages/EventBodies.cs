namespace SiteAccess.Contracts.Messages;

/// <summary>
/// The bodies of messages of the kind <c>event</c>: a word, and after a colon what belongs to it. Clients put them into their
/// reader's language; the sender is who did it.
/// </summary>
public static class EventBodies
{
    /// <summary><c>status:resolved</c>: the conversation's new status.</summary>
    public const string Status = "status";

    /// <summary><c>assigned:Anna</c>: the operator who has it now.</summary>
    public const string Assigned = "assigned";

    /// <summary><c>unassigned</c>: nobody has it any more.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>Writes a body.</summary>
    /// <param name="word">One of the words above.</param>
    /// <param name="detail">What belongs to it, if anything does.</param>
    public static string Write(string word, string? detail = null) => detail is null ? word : $"{word}:{detail}";

    /// <summary>Takes a body apart.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The word, and what stands after it; empty when nothing does.</returns>
    public static (string Word, string Detail) Read(string body) =>
        body.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (body[..at], body[(at + 1)..]) : (body, "");
}
