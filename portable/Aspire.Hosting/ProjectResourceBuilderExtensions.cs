using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Native;

namespace Aspire.Hosting;

/// <summary>Adds projects of the solution.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project that the AppHost references, with the endpoints and variables of its first launch profile.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, [ResourceName] string name)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        return builder.AddProject(name, metadata, LaunchProfile.FirstOf(metadata.ProjectPath));
    }

    /// <summary>Adds a project with a launch profile of its own, or none if null.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, [ResourceName] string name, string? launchProfileName)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        return builder.AddProject(name, metadata, launchProfileName is null ? null : LaunchProfile.Named(metadata.ProjectPath, launchProfileName));
    }

    static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata, LaunchProfile? profile)
    {
        var project = builder.AddResource(new ProjectResource(name)).WithAnnotation(metadata).WithOtlpExporter();
        foreach (var (key, value) in profile?.EnvironmentVariables ?? [])
        {
            project.WithEnvironment(key, value);
        }

        foreach (var endpoint in profile?.Endpoints() ?? [])
        {
            project.WithAnnotation(endpoint);
        }

        return project.WithEnvironment(context =>
        {
            var urls = project.Resource.GetEndpoints().Where(endpoint => endpoint.IsHttp).Select(endpoint => endpoint.Url).ToArray();
            if (urls.Length > 0)
            {
                context.EnvironmentVariables["ASPNETCORE_URLS"] = string.Join(';', urls);
            }
        });
    }
}
