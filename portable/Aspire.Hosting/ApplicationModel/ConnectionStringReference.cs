namespace Aspire.Hosting.ApplicationModel;

/// <summary>The connection string of a resource, as a value for another one's environment.</summary>
public class ConnectionStringReference(IResourceWithConnectionString resource, bool optional) : IExpressionValue, IValueWithReferences
{
    /// <summary>The resource to connect to.</summary>
    public IResourceWithConnectionString Resource { get; } = resource;

    /// <summary>Whether it may be missing.</summary>
    public bool Optional { get; } = optional;

    string IManifestExpressionProvider.ValueExpression => Resource.ValueExpression;

    IEnumerable<object> IValueWithReferences.References => [Resource];

    async ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken)
    {
        var value = await Resource.GetConnectionStringAsync(cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(value) && !Optional
            ? throw new DistributedApplicationException($"The connection string of '{Resource.Name}' is empty.")
            : value;
    }
}
