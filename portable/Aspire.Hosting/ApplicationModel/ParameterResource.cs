namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that the environment of the AppHost decides: a password, a key, an address.</summary>
public class ParameterResource : Resource, IExpressionValue
{
    readonly Lazy<string> _value;

    /// <summary>Creates a parameter from a way to find its value.</summary>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _value = new Lazy<string>(() => callback(Default));
        Secret = secret;
    }

    /// <summary>Where the value comes from when it is not configured.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>Whether it must not be shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc />
    public string ValueExpression => $"{{{Name}.value}}";

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(_value.Value);
}
