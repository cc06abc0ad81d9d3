using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>What a resource is started with, all values known.</summary>
sealed record ResourceSettings(IResource Resource, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Arguments, ResourceLog Log)
{
    /// <summary>The port of its first endpoint.</summary>
    public string Port => Resource.Annotations.OfType<EndpointAnnotation>().First().AllocatedEndpoint!.Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>The volume it keeps its data in, if it keeps any.</summary>
    public string? Volume => Resource.Annotations.OfType<ContainerMountAnnotation>().LastOrDefault()?.Source;

    public static async Task<ResourceSettings> ResolveAsync(IResource resource, DistributedApplicationExecutionContext execution, ResourceLog log, CancellationToken cancellationToken)
    {
        var variables = new EnvironmentCallbackContext(execution, resource, cancellationToken: cancellationToken) { Logger = log };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(variables);
        }

        var words = new CommandLineArgsCallbackContext([], resource, cancellationToken) { ExecutionContext = execution, Logger = log };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(words);
        }

        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in variables.EnvironmentVariables)
        {
            environment[name] = await TextOfAsync(value, cancellationToken) ?? string.Empty;
        }

        var arguments = new List<string>();
        foreach (var word in words.Args)
        {
            arguments.Add(await TextOfAsync(word, cancellationToken) ?? string.Empty);
        }

        return new ResourceSettings(resource, environment, arguments, log);
    }

    static async ValueTask<string?> TextOfAsync(object value, CancellationToken cancellationToken) => value switch
    {
        string text => text,
        IValueProvider provider => await provider.GetValueAsync(cancellationToken),
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellationToken),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
