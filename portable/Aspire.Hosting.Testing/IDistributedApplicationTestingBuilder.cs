namespace Aspire.Hosting.Testing;

/// <summary>The description of an application under test: change it, then build it.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>Ends the description.</summary>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
