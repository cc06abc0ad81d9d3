using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Api.Search;

/// <summary>
/// Finds visitors who have written by the beginnings of the words of their names and of the parts of their addresses, newest
/// visitors first; each with their newest conversation.
/// </summary>
sealed partial class VisitorSearch(SiteAccessDb db)
{
    public async Task<ConversationPage> FindAsync(SearchQuery query, Guid[] channels, CancellationToken cancellation)
    {
        var words = Word().Matches(query.Words).Select(word => $"'{word.Value}':*").ToList();
        if (words.Count == 0 || channels.Length == 0)
            return new ConversationPage([], null);
        var (names, before, limit) = (string.Join(" & ", words), query.Cursor ?? Guid.AllBitsSet, query.Size + 1);
        var newest = db.Conversations.FromSql($"""
            with hit as materialized (
                select v.id, v.channel_id from visitor v where search_names(v.name, v.email) @@ search_text({names})::tsquery)
            select newest.* from hit cross join lateral (
                select c.* from conversation c where c.visitor_id = hit.id and c.begun_at is not null order by c.created_at desc limit 1) newest
            where hit.channel_id = any({channels}) and hit.id < {before} order by hit.id desc limit {limit}
            """);
        var rows = await db.InboxRows(newest).ToListAsync(cancellation);
        var found = rows.OrderByDescending(row => row.Visitor.Id, ByBytes).Select(row => row.ToSummary()).ToList();
        var page = found.Take(query.Size).ToList();
        return new ConversationPage(page, found.Count > query.Size ? page[^1].Visitor.Id.ToString("D") : null);
    }

    // As Postgres orders them.
    static readonly Comparer<Guid> ByBytes = Comparer<Guid>.Create((one, other) => string.CompareOrdinal(one.ToString("D"), other.ToString("D")));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
