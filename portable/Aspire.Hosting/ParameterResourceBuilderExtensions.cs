using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Adds parameters.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter whose value must be configured under <c>Parameters:{name}</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, [ResourceName] string name, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, fallback => ValueOf(builder.Configuration, name, fallback), secret));

    /// <summary>Adds a parameter with a fixed value.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, [ResourceName] string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, _ => value, secret));

    /// <summary>Adds a parameter that takes the configured value, else the default; <paramref name="persist"/> keeps the default in the user secrets.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, [ResourceName] string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        var fallback = persist ? Persisted(builder, name, value) : value;
        return builder.AddResource(new ParameterResource(name, _ => ValueOf(builder.Configuration, name, fallback), secret) { Default = fallback });
    }

    /// <summary>Makes the password of a resource: configured, kept from the last run, or made up now.</summary>
    public static ParameterResource CreateDefaultPasswordParameter(
        IDistributedApplicationBuilder builder,
        string name,
        bool lower = true,
        bool upper = true,
        bool numeric = true,
        bool special = true,
        int minLower = 0,
        int minUpper = 0,
        int minNumeric = 0,
        int minSpecial = 0)
    {
        var generated = new GenerateParameterDefault
        {
            Lower = lower,
            Upper = upper,
            Numeric = numeric,
            Special = special,
            MinLower = minLower,
            MinUpper = minUpper,
            MinNumeric = minNumeric,
            MinSpecial = minSpecial,
        };
        var fallback = Persisted(builder, name, generated);
        return new ParameterResource(name, _ => ValueOf(builder.Configuration, name, fallback), secret: true) { Default = fallback };
    }

    static ParameterDefault Persisted(IDistributedApplicationBuilder builder, string name, ParameterDefault value) =>
        builder is DistributedApplicationBuilder native ? new UserSecretsParameterDefault(name, value, native.UserSecrets) : value;

    static string ValueOf(ConfigurationManager configuration, string name, ParameterDefault? fallback) =>
        configuration[$"Parameters:{name}"]
        ?? configuration[$"Parameters:{name.Replace('-', '_')}"]
        ?? fallback?.GetDefaultValue()
        ?? throw new MissingParameterValueException($"The parameter '{name}' has no value. Set 'Parameters:{name}' in the user secrets or the environment of the AppHost.");
}
