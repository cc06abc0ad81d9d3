namespace Aspire.Hosting.ApplicationModel;

/// <summary>Points to an endpoint of a resource, whether or not it has an address yet.</summary>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IExpressionValue, IValueWithReferences
{
    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource { get; } = owner;

    /// <summary>The name of the endpoint.</summary>
    public string EndpointName { get; } = endpointName;

    /// <summary>The endpoint.</summary>
    /// <exception cref="InvalidOperationException">The resource has no endpoint of that name.</exception>
    public EndpointAnnotation EndpointAnnotation =>
        Find() ?? throw new InvalidOperationException($"The resource '{Resource.Name}' has no endpoint named '{EndpointName}'.");

    /// <summary>Whether the resource has such an endpoint.</summary>
    public bool Exists => Find() is not null;

    /// <summary>Whether it has an address.</summary>
    public bool IsAllocated => Find()?.AllocatedEndpoint is not null;

    /// <summary>Whether it speaks HTTP.</summary>
    public bool IsHttp => string.Equals(Scheme, "http", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it speaks HTTPS.</summary>
    public bool IsHttps => string.Equals(Scheme, "https", StringComparison.OrdinalIgnoreCase);

    /// <summary>The port that others use.</summary>
    public int Port => Allocated.Port;

    /// <summary>The port that the program itself listens on.</summary>
    public int? TargetPort => EndpointAnnotation.TargetPort;

    /// <summary>The host.</summary>
    public string Host => Allocated.Address;

    /// <summary>The scheme.</summary>
    public string Scheme => EndpointAnnotation.UriScheme;

    /// <summary>The whole address.</summary>
    public string Url => Allocated.UriString;

    string IManifestExpressionProvider.ValueExpression => $"{{{Resource.Name}.bindings.{EndpointName}.url}}";

    IEnumerable<object> IValueWithReferences.References => [Resource];

    AllocatedEndpoint Allocated => EndpointAnnotation.AllocatedEndpoint
        ?? throw new InvalidOperationException($"The endpoint '{EndpointName}' of '{Resource.Name}' has no address before the application starts.");

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => Property(EndpointProperty.Url).GetValueAsync(cancellationToken);

    /// <summary>Points to a part of the address.</summary>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    EndpointAnnotation? Find() => Resource.Annotations.OfType<EndpointAnnotation>()
        .FirstOrDefault(endpoint => string.Equals(endpoint.Name, EndpointName, StringComparison.OrdinalIgnoreCase));
}
