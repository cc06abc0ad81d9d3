using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SiteAccess.ServiceDefaults.Telemetry;

/// <summary>
/// Sends logs, traces and metrics over OTLP. The exporters read the standard environment (OTEL_EXPORTER_OTLP_ENDPOINT,
/// OTEL_SERVICE_NAME, …); without an endpoint nothing is collected.
/// </summary>
static class TelemetryExtensions
{
    const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    const string TimeoutKey = "OTEL_EXPORTER_OTLP_TIMEOUT";

    internal static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // Addresses of hub requests hold tokens, so the framework must not log requests; spans tell the same without them.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        if (string.IsNullOrWhiteSpace(builder.Configuration[EndpointKey]))
        {
            return;
        }

        var resource = ResourceBuilder.CreateDefault();
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
            logs.SetResourceBuilder(resource).AddOtlpExporter(GiveUpSoon);
        });
        builder.Services.AddSingleton(_ => Traces(resource));
        builder.Services.AddSingleton(_ => Metrics(resource));

        // First, so that it starts before and is disposed after everything that has something to tell.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, TelemetryStart>());
    }

    static TracerProvider Traces(ResourceBuilder resource) => Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(resource)
        .AddSource(
            SiteAccessTelemetry.Name, "Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server", "System.Net.Http", "Npgsql")
        .AddOtlpExporter(GiveUpSoon)
        .Build();

    static MeterProvider Metrics(ResourceBuilder resource) => Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(resource)
        .AddMeter(SiteAccessTelemetry.Name, "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql")
        .AddOtlpExporter(GiveUpSoon)
        .Build();

    // A collector that says nothing would otherwise delay a stop by many seconds.
    static void GiveUpSoon(OtlpExporterOptions exporter)
    {
        if (Environment.GetEnvironmentVariable(TimeoutKey) is null)
        {
            exporter.TimeoutMilliseconds = 1000;
        }
    }

    /// <summary>Takes the providers, and thereby starts them with the host; they are flushed when it is disposed.</summary>
    sealed class TelemetryStart(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            GC.KeepAlive(traces);
            GC.KeepAlive(metrics);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
