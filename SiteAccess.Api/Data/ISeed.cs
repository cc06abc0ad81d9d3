namespace SiteAccess.Api.Data;

/// <summary>Lays rows that an installation cannot be without. Runs at every start, after the migrations, one instance at a time.</summary>
interface ISeed
{
    Task LayAsync(CancellationToken cancellation);
}
