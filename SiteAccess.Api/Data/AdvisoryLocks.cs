namespace SiteAccess.Api.Data;

/// <summary>Keys of Postgres advisory locks: what only one instance at a time may do.</summary>
static class AdvisoryLocks
{
    public const long Preparation = 0x5173_0001;
    public const long OutboxSweep = 0x5173_0002;
    public const long Assignment = 0x5173_0003;
}
