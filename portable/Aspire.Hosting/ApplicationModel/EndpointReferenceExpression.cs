using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Points to a part of an endpoint's address.</summary>
public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IExpressionValue, IValueWithReferences
{
    /// <summary>The endpoint.</summary>
    public EndpointReference Endpoint { get; } = endpointReference;

    /// <summary>The part of its address.</summary>
    public EndpointProperty Property { get; } = property;

    /// <inheritdoc />
    public string ValueExpression => $"{{{Endpoint.Resource.Name}.bindings.{Endpoint.EndpointName}.{Property.ToString().ToLowerInvariant()}}}";

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    /// <inheritdoc />
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var allocated = await Endpoint.EndpointAnnotation.WhenAllocated.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Property switch
        {
            EndpointProperty.Url => allocated.UriString,
            EndpointProperty.Host => allocated.Address,
            EndpointProperty.IPV4Host => "127.0.0.1",
            EndpointProperty.Port or EndpointProperty.TargetPort => allocated.Port.ToString(CultureInfo.InvariantCulture),
            EndpointProperty.Scheme => allocated.UriScheme,
            EndpointProperty.HostAndPort => allocated.EndPointString,
            EndpointProperty.TlsEnabled => bool.FalseString,
            _ => throw new InvalidOperationException($"Unknown part of an address: {Property}."),
        };
    }
}
