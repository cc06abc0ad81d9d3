namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a parameter gets its value from when nobody configured one.</summary>
public abstract class ParameterDefault
{
    /// <summary>The value.</summary>
    public abstract string GetDefaultValue();
}
