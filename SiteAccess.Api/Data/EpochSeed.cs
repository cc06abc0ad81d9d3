using Microsoft.EntityFrameworkCore;

namespace SiteAccess.Api.Data;

/// <summary>Gives a new database its epoch. The restore procedure of docs/runbook.md gives it another.</summary>
sealed class EpochSeed(SiteAccessDb db) : ISeed
{
    public Task LayAsync(CancellationToken cancellation)
    {
        var epoch = Guid.CreateVersion7().ToString("N");
        return db.Database.ExecuteSqlAsync(
            $"insert into system_setting (name, value) values ({SystemSetting.Epoch}, {epoch}) on conflict do nothing", cancellation);
    }
}
