namespace SiteAccess.Api.Data;

/// <summary>A value of the whole installation.</summary>
sealed class SystemSetting
{
    /// <summary>
    /// Changes when the database was restored from a backup: positions that clients remember may then mean other messages,
    /// so they reload.
    /// </summary>
    public const string Epoch = "epoch";

    public required string Name { get; init; }

    public required string Value { get; set; }
}
