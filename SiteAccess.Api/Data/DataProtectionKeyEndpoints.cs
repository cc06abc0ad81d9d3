using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Contracts.Internal;

namespace SiteAccess.Api.Data;

/// <summary>Keeps the operator app's data protection keys, since only Api has a database.</summary>
static class DataProtectionKeyEndpoints
{
    public static void MapDataProtectionKeys(this RouteGroupBuilder inside)
    {
        inside.MapGet("/data-protection-keys", ListAsync);
        inside.MapPost("/data-protection-keys", KeepAsync);
    }

    static async Task<Ok<List<DataProtectionKeyView>>> ListAsync(SiteAccessDb db, CancellationToken aborted) =>
        TypedResults.Ok(await db.DataProtectionKeys
            .OrderBy(key => key.CreatedAt)
            .Select(key => new DataProtectionKeyView(key.FriendlyName, key.Xml))
            .ToListAsync(aborted));

    static async Task<NoContent> KeepAsync(DataProtectionKeyView request, SiteAccessDb db, TimeProvider clock, CancellationToken aborted)
    {
        var now = clock.Now();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into data_protection_key (friendly_name, xml, created_at) values ({request.FriendlyName}, {request.Xml}, {now})
            on conflict (friendly_name) do update set xml = excluded.xml
            """,
            aborted);
        return TypedResults.NoContent();
    }
}
