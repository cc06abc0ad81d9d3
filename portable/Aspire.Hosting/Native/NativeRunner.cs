using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Native;

/// <summary>Registers what starts the resources as processes of this machine.</summary>
static class NativeRunner
{
    public static IServiceCollection AddNativeRunner(this IServiceCollection services, string appHostDirectory) => services
        .AddSingleton(RepositoryFolders.Around(appHostDirectory))
        .AddSingleton<FreePorts>()
        .AddSingleton<PortMemory>()
        .AddSingleton<EndpointAllocation>()
        .AddSingleton<ConsoleOutput>()
        .AddSingleton<HealthMonitor>()
        .AddSingleton<Dashboard>()
        .AddSingleton<INativeProgram, ProjectProgram>()
        .AddSingleton<INativeProgram, PostgresProgram>()
        .AddSingleton<INativeProgram, RedisProgram>()
        .AddSingleton<INativeProgram, CoturnProgram>()
        .AddSingleton<INativeProgram, ExecutableProgram>()
        .AddSingleton<NativePrograms>()
        .AddSingleton<NativeOrchestrator>()
        .AddHostedService<ResourceTable>()
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<NativeOrchestrator>());
}
