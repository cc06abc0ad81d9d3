namespace Aspire.Hosting.Native;

/// <summary>A process to start.</summary>
sealed record Launch(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the process reads, for secrets that must not show in the list of processes.</summary>
    public string? StandardInput { get; init; }

    /// <summary>What asks it to end; it also gets this when the AppHost dies.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>The options of <c>setpriv</c> that make it another user's process.</summary>
    public IReadOnlyList<string> UserOptions { get; init; } = [];

    /// <summary>What to remove when it has ended.</summary>
    public string? TemporaryFolder { get; init; }
}
