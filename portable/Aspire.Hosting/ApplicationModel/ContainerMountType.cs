namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is mounted into a container.</summary>
public enum ContainerMountType
{
    /// <summary>A folder of this machine.</summary>
    BindMount,

    /// <summary>A volume with a name; natively a folder under <c>artifacts/data</c>.</summary>
    Volume,
}
