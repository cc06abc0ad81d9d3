namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that others reach by a connection string.</summary>
public interface IResourceWithConnectionString : IResource, IExpressionValue, IValueWithReferences
{
    /// <summary>The connection string, put together from its parts when they are known.</summary>
    ReferenceExpression ConnectionStringExpression { get; }

    /// <summary>The environment variable to use instead of <c>ConnectionStrings__{name}</c>.</summary>
    string? ConnectionStringEnvironmentVariable => null;

    /// <inheritdoc />
    string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";

    /// <inheritdoc />
    IEnumerable<object> IValueWithReferences.References => [ConnectionStringExpression];

    /// <summary>The connection string, once all its parts are known.</summary>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ConnectionStringExpression.GetValueAsync(cancellationToken);

    /// <inheritdoc />
    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetConnectionStringAsync(cancellationToken);

    /// <summary>The parts of the connection, for services that are not .NET: <c>{NAME}_HOST</c> and so on.</summary>
    IEnumerable<KeyValuePair<string, ReferenceExpression>> GetConnectionProperties() => [];
}
