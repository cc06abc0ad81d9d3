namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that can be written down as a placeholder.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The placeholder.</summary>
    string ValueExpression { get; }
}
