namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds to the environment of a resource when it starts.</summary>
public class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>What to do with the environment.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}
