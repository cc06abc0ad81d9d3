using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Runs the program of an AppHost up to the point where it builds the application.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs the AppHost that a type belongs to.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <summary>Runs the AppHost that a type belongs to, with a command line.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args, (_, _) => { }, cancellationToken);

    /// <summary>Runs the AppHost that a type belongs to, with a command line and other options.</summary>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default)
    {
        var run = new EntryPointRun(typeof(TEntryPoint).Assembly, args, configureBuilder);
        return new TestingBuilder(run, await run.StartAsync(cancellationToken));
    }
}
