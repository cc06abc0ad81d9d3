namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states that a resource goes through.</summary>
public static class KnownResourceStates
{
    /// <summary>It is being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>It runs.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>It could not be started.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>It is being stopped.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>It ended with an error or was ended.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>It ended well.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>It waits for others.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>It was not started yet.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>The states from which it does not come back by itself.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}
