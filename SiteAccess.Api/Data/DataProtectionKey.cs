namespace SiteAccess.Api.Data;

/// <summary>A data protection key of the operator app: every instance of it must read every cookie.</summary>
sealed class DataProtectionKey
{
    public required string FriendlyName { get; init; }

    public required string Xml { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
