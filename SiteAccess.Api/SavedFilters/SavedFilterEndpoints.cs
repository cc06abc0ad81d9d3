using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.SavedFilters;

/// <summary>An operator's own filters of the inbox.</summary>
static class SavedFilterEndpoints
{
    public static void AddSavedFilters(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IValidator<SaveFilter>, SaveFilterValidator>();

    public static void MapSavedFilters(this RouteGroupBuilder api)
    {
        var filters = api.MapGroup("/saved-filters").WithTags("Saved filters");
        filters.MapGet("/", ListAsync);
        filters.MapPost("/", SaveAsync).Validate<SaveFilter>();
        filters.MapDelete("/{id:guid}", RemoveAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<Ok<List<SavedFilterView>>> ListAsync(Caller caller, SiteAccessDb db, CancellationToken aborted)
    {
        var filters = await db.SavedFilters.AsNoTracking()
            .Where(filter => filter.OperatorId == caller.Id)
            .OrderBy(filter => filter.NormalizedName)
            .ToListAsync(aborted);
        return TypedResults.Ok(filters.ConvertAll(filter => filter.ToView()));
    }

    static async Task<Results<Ok<SavedFilterView>, ProblemHttpResult>> SaveAsync(
        SaveFilter request, Caller caller, SiteAccessDb db, TimeProvider clock, CancellationToken aborted)
    {
        var normalized = request.Name.Trim().ToUpperInvariant();
        var mine = db.SavedFilters.Where(filter => filter.OperatorId == caller.Id);
        if (await mine.CountAsync(filter => filter.NormalizedName != normalized, aborted) >= SaveFilter.MaxFilters)
            return RequestValidation.Invalid("name", $"There are {SaveFilter.MaxFilters} filters already.");

        // One statement, so that two screens that save the same name at once end with one filter.
        var (now, rules) = (clock.Now(), JsonSerializer.Serialize(request.Rules, WireJson.Options));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into saved_filter (id, operator_id, name, normalized_name, rules, created_at)
            values ({Guid.CreateVersion7(now)}, {caller.Id}, {request.Name.Trim()}, {normalized}, {rules}::jsonb, {now})
            on conflict (operator_id, normalized_name) do update set name = excluded.name, rules = excluded.rules
            """,
            aborted);
        return TypedResults.Ok((await mine.AsNoTracking().SingleAsync(filter => filter.NormalizedName == normalized, aborted)).ToView());
    }

    static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, Caller caller, SiteAccessDb db, CancellationToken aborted) =>
        await db.SavedFilters.Where(filter => filter.Id == id && filter.OperatorId == caller.Id).ExecuteDeleteAsync(aborted) > 0
            ? TypedResults.NoContent()
            : Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
}

sealed class SaveFilterValidator : AbstractValidator<SaveFilter>
{
    public SaveFilterValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(SaveFilter.MaxNameLength)
            .Must(name => PlainText.Clip(name, SaveFilter.MaxNameLength) == name?.Trim()).WithMessage("One line of plain text.");
        RuleFor(request => request.Rules).NotNull();
        RuleFor(request => request.Rules.Assignee).Must(whose => whose is null or "me" or "none").WithMessage("\"me\", \"none\" or nothing.")
            .When(request => request.Rules is not null);
    }
}
