using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Search;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Search;

/// <summary>Search over what was said, private notes too, and over visitors; within the operator's own channels.</summary>
static class SearchEndpoints
{
    public static void AddSearch(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<MessageSearch>();
        builder.Services.AddScoped<VisitorSearch>();
        builder.Services.AddHostedService<SearchUpkeep>();
    }

    public static void MapSearch(this RouteGroupBuilder api)
    {
        var search = api.MapGroup("/search").WithTags("Search").ProducesProblem(StatusCodes.Status400BadRequest);
        search.MapGet("/messages", FindMessagesAsync);
        search.MapGet("/visitors", FindVisitorsAsync);
    }

    static async Task<Results<Ok<MessageHitPage>, ProblemHttpResult>> FindMessagesAsync(
        [AsParameters] SearchQuery query, Caller caller, SiteAccessDb db, MessageSearch search, CancellationToken aborted) => query.IsSound
            ? TypedResults.Ok(await search.FindAsync(query, await ChannelsAsync(query, caller, db, aborted), aborted))
            : BadQuery();

    static async Task<Results<Ok<ConversationPage>, ProblemHttpResult>> FindVisitorsAsync(
        [AsParameters] SearchQuery query, Caller caller, SiteAccessDb db, VisitorSearch search, CancellationToken aborted) => query.IsSound
            ? TypedResults.Ok(await search.FindAsync(query, await ChannelsAsync(query, caller, db, aborted), aborted))
            : BadQuery();

    static Task<Guid[]> ChannelsAsync(SearchQuery query, Caller caller, SiteAccessDb db, CancellationToken aborted) => db.ChannelsOf(caller.Id)
        .Where(mine => query.Channel == null || mine.Id == query.Channel)
        .Select(mine => mine.Id)
        .ToArrayAsync(aborted);

    static ProblemHttpResult BadQuery() =>
        RequestValidation.Invalid("q", $"{SearchRules.MinLength} to {SearchRules.MaxLength} characters.");
}
