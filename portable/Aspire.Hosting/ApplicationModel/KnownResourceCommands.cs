namespace Aspire.Hosting.ApplicationModel;

/// <summary>The commands that every resource with a process obeys.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts it again after it was stopped or has ended.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stops it.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stops and starts it.</summary>
    public static readonly string RestartCommand = "restart";
}
