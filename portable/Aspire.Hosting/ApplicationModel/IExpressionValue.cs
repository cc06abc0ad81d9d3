namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known at start and has a placeholder until then.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;
