using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Messages;

/// <summary>
/// The intake's own connections to Postgres. A pool hands out its connections in turns, so every statement of a shared one meets
/// the database process that has rested longest, with the coldest caches; here there are as many as batches at once, which are few.
/// Their plans go by index even while a table is small or its statistics are old: a batch names every row that it touches.
/// </summary>
sealed class IntakeContexts(DbContextOptions<SiteAccessDb> options)
{
    const int MostConnections = 8;
    const string ByIndex = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    readonly PooledDbContextFactory<SiteAccessDb> _contexts = new(Own(options));

    public SiteAccessDb Create() => _contexts.CreateDbContext();

    static DbContextOptions<SiteAccessDb> Own(DbContextOptions<SiteAccessDb> options)
    {
        var shared = new NpgsqlConnectionStringBuilder(RelationalOptionsExtension.Extract(options).ConnectionString);
        shared.Options += ByIndex;
        shared.MaxPoolSize = MostConnections;
        return new DbContextOptionsBuilder<SiteAccessDb>(options).UseNpgsql(shared.ConnectionString).Options;
    }
}
