using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Native;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Connects resources to the dashboard.</summary>
public static class OtlpConfigurationExtensions
{
    /// <summary>Tells a resource where to send traces, metrics and logs, if the dashboard runs.</summary>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        var environment = builder.ApplicationBuilder.Environment;
        return builder.WithEnvironment(context =>
        {
            if (!builder.ApplicationBuilder.Resources.TryGetByName(Dashboard.ResourceName, out var dashboard))
            {
                return;
            }

            var variables = context.EnvironmentVariables;
            variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = new EndpointReference((IResourceWithEndpoints)dashboard, Dashboard.GrpcEndpoint);
            variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
            variables["OTEL_SERVICE_NAME"] = context.Resource.Name;
            variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={context.Resource.Name}-{Guid.NewGuid().ToString("n")[..8]}";
            if (environment.IsDevelopment())
            {
                variables["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
                variables["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
                variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
                variables["OTEL_TRACES_SAMPLER"] = "always_on";
                variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
            }
        });
    }
}
