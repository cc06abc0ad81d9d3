namespace Aspire.Hosting.ApplicationModel;

/// <summary>Names a health check that says whether a resource is usable.</summary>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The name under which the check is registered.</summary>
    public string Key => key;
}
