namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds to the arguments of a resource when it starts.</summary>
public class CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>What to do with the arguments.</summary>
    public Func<CommandLineArgsCallbackContext, Task> Callback { get; } = callback;
}
