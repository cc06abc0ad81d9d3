namespace Aspire.Hosting.ApplicationModel;

/// <summary>What became of a command.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it was carried out.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether it was given up.</summary>
    public bool Canceled { get; init; }

    /// <summary>What there is to say, as why it failed.</summary>
    public string? Message { get; init; }
}
