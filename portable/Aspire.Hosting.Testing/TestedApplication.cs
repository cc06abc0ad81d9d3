using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>What a test gets: the AppHost's own application, which the AppHost's program itself starts and ends.</summary>
sealed class TestedApplication(IHost host) : DistributedApplication(host);
