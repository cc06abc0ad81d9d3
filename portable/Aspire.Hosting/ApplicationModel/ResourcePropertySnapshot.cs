namespace Aspire.Hosting.ApplicationModel;

/// <summary>A detail of a resource.</summary>
public sealed record ResourcePropertySnapshot(string Name, object? Value);
