using Microsoft.Extensions.DependencyInjection;

namespace SiteAccess.AppHost;

/// <summary>Makes a running system say where it is.</summary>
static class RunFile
{
    /// <summary>Adds what prints the addresses and writes them to <c>Run:FilePath</c>, by default <c>artifacts/run/system.json</c>.</summary>
    public static void AddRunFile(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<IResourceWithEndpoints> api,
        IResourceBuilder<IResourceWithEndpoints> realtime,
        IResourceBuilder<IResourceWithEndpoints> operatorApp,
        IResourceBuilder<IResourceWithEndpoints> demo,
        IResourceBuilder<ParameterResource> operatorPassword)
    {
        var path = Path.GetFullPath(builder.Configuration["Run:FilePath"] ?? Path.Combine("..", "artifacts", "run", "system.json"), builder.AppHostDirectory);
        var parts = new RunningParts(api.Resource, realtime.Resource, operatorApp.Resource, demo.Resource, FirstOperator.Email(builder.Configuration), operatorPassword.Resource);
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<RunFileWriter>(services, parts, path));

        // A run that was killed could not remove its file.
        builder.Eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Delete(path);
            return Task.CompletedTask;
        });
    }
}
