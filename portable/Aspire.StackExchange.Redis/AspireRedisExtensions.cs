// Stands in for Aspire.StackExchange.Redis 13.5.2: AddRedisClient registers IOptions<ConfigurationOptions>, parsed from the
// connection string with abortConnect=false, IConnectionMultiplexer and its health check. What it does not do stands in the
// project file.
using Aspire.StackExchange.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds a Redis client to an application.</summary>
public static class AspireRedisExtensions
{
    const string SectionName = "Aspire:StackExchange:Redis";

    /// <summary>Registers <see cref="IConnectionMultiplexer"/> with its health check.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="connectionName">Name of the connection string.</param>
    /// <param name="configureSettings">Changes the settings after configuration was read.</param>
    /// <param name="configureOptions">Changes the connection's options.</param>
    public static void AddRedisClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<StackExchangeRedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);

        var settings = new StackExchangeRedisSettings();
        builder.Configuration.GetSection(SectionName).Bind(settings);
        builder.Configuration.GetSection($"{SectionName}:{connectionName}").Bind(settings);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        builder.Services.TryAddSingleton<IOptionsFactory<ConfigurationOptions>>(services => new ParsedOptions(
            settings.ConnectionString,
            services.GetServices<IConfigureOptions<ConfigurationOptions>>(),
            services.GetServices<IPostConfigureOptions<ConfigurationOptions>>()));
        if (configureOptions is not null)
        {
            builder.Services.Configure(configureOptions);
        }

        builder.Services.AddSingleton<IConnectionMultiplexer>(services => Connect(services, connectionName));
        if (!settings.DisableHealthChecks)
        {
            builder.Services.AddHealthChecks().AddCheck<RedisHealthCheck>("StackExchange.Redis");
        }
    }

    static ConnectionMultiplexer Connect(IServiceProvider services, string connectionName)
    {
        var options = services.GetRequiredService<IOptions<ConfigurationOptions>>().Value;
        return options.EndPoints.Count > 0
            ? ConnectionMultiplexer.Connect(options)
            : throw new InvalidOperationException($"ConnectionStrings:{connectionName} names no Redis server.");
    }

    sealed class ParsedOptions(
        string? connectionString,
        IEnumerable<IConfigureOptions<ConfigurationOptions>> setups,
        IEnumerable<IPostConfigureOptions<ConfigurationOptions>> postConfigures)
        : OptionsFactory<ConfigurationOptions>(setups, postConfigures)
    {
        protected override ConfigurationOptions CreateInstance(string name)
        {
            var options = connectionString is null ? new ConfigurationOptions() : ConfigurationOptions.Parse(connectionString);
            options.AbortOnConnectFail = false;
            return options;
        }
    }
}
