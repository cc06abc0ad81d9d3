using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Native;

/// <summary>Starts a project of the solution as it was built with the AppHost.</summary>
sealed class ProjectProgram(IHostEnvironment environment) : INativeProgram
{
    /// <summary>The name under which the build tells an AppHost where the program of a project is: <c>project file|program</c>.</summary>
    const string OutputKey = "aspireprojectoutput";

    public bool Runs(IResource resource) => resource is ProjectResource;

    public Task<Launch> PrepareAsync(ResourceSettings settings, CancellationToken cancellationToken)
    {
        var metadata = settings.Resource.Annotations.OfType<IProjectMetadata>().Single();
        var program = OutputOf(metadata);
        if (!File.Exists(program))
        {
            throw new DistributedApplicationException($"'{settings.Resource.Name}' is not built: {program ?? metadata.ProjectPath} is missing. Build the AppHost.");
        }

        var variables = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment.EnvironmentName,
            ["DOTNET_ENVIRONMENT"] = environment.EnvironmentName,
            ["Logging__Console__FormatterName"] = "simple",
            ["Logging__Console__FormatterOptions__SingleLine"] = "true",
        };
        foreach (var (name, value) in settings.Environment)
        {
            variables[name] = value;
        }

        return Task.FromResult(new Launch(DotNet(), [program, .. settings.Arguments], Path.GetDirectoryName(metadata.ProjectPath)!) { Environment = variables });
    }

    static string? OutputOf(IProjectMetadata metadata) => metadata.GetType().Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(attribute => attribute.Key == OutputKey)
        .Select(attribute => attribute.Value!.Split('|'))
        .FirstOrDefault(output => Path.GetFullPath(output[0]) == Path.GetFullPath(metadata.ProjectPath))?[1];

    static string DotNet() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? RepositoryFolders.Installed("dotnet") ?? "dotnet";
}
