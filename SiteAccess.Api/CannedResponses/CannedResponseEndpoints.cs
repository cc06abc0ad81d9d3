using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.CannedResponses;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.CannedResponses;

/// <summary>Operators read those of their channels; supervisors and admins keep them, those for all channels as well.</summary>
static class CannedResponseEndpoints
{
    public static void MapCannedResponses(this RouteGroupBuilder api)
    {
        var responses = api.MapGroup("/canned-responses").WithTags("Canned responses");
        responses.MapGet("/", ListAsync);
        var kept = responses.MapGroup("")
            .AddEndpointFilter<RouteGroupBuilder, KeepersOnly>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        kept.MapPost("/", AddAsync).Validate<SaveCannedResponse>().ProducesProblem(StatusCodes.Status409Conflict);
        kept.MapPut("/{id:guid}", ChangeAsync).Validate<SaveCannedResponse>().ProducesProblem(StatusCodes.Status409Conflict);
        kept.MapDelete("/{id:guid}", DeleteAsync);
    }

    public static void AddCannedResponses(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IValidator<SaveCannedResponse>, SaveCannedResponseValidator>();

    static async Task<Ok<List<CannedResponseView>>> ListAsync(Guid? channel, Caller caller, SiteAccessDb db, CancellationToken aborted) =>
        TypedResults.Ok(await db.CannedResponsesOf(caller.Id)
            .Where(response => channel == null || response.ChannelId == null || response.ChannelId == channel)
            .OrderBy(response => response.Shortcut).ThenBy(response => response.Id)
            .Take(CannedResponseRules.Most)
            .Select(response => new CannedResponseView(response.Id, response.ChannelId, response.Shortcut, response.Body))
            .ToListAsync(aborted));

    static async Task<Results<Created<CannedResponseView>, ProblemHttpResult>> AddAsync(
        SaveCannedResponse request, Caller caller, SiteAccessDb db, TimeProvider clock, CancellationToken aborted)
    {
        if (!await MayKeepAsync(request.ChannelId, caller, db, aborted))
            return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
        if (await db.CannedResponses.CountAsync(aborted) >= CannedResponseRules.Most)
            return RequestValidation.Invalid("shortcut", $"There are {CannedResponseRules.Most} already.");
        var now = clock.Now();
        var response = new CannedResponse { Id = Guid.CreateVersion7(now), Shortcut = "", Body = "", CreatedAt = now };
        db.Add(response);
        return await SaveAsync(response, request, db, aborted) ?? (Results<Created<CannedResponseView>, ProblemHttpResult>)
            TypedResults.Created($"/api/v1/canned-responses/{response.Id}", response.ToView());
    }

    static async Task<Results<Ok<CannedResponseView>, ProblemHttpResult>> ChangeAsync(
        Guid id, SaveCannedResponse request, Caller caller, SiteAccessDb db, CancellationToken aborted)
    {
        var response = await db.CannedResponsesOf(caller.Id).SingleOrDefaultAsync(kept => kept.Id == id, aborted);
        if (response is null || !await MayKeepAsync(request.ChannelId, caller, db, aborted))
            return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
        return await SaveAsync(response, request, db, aborted) ?? (Results<Ok<CannedResponseView>, ProblemHttpResult>)TypedResults.Ok(response.ToView());
    }

    // Deleting what is gone already is no failure.
    static async Task<NoContent> DeleteAsync(Guid id, Caller caller, SiteAccessDb db, CancellationToken aborted)
    {
        await db.CannedResponsesOf(caller.Id).Where(response => response.Id == id).ExecuteDeleteAsync(aborted);
        return TypedResults.NoContent();
    }

    static async Task<bool> MayKeepAsync(Guid? channelId, Caller caller, SiteAccessDb db, CancellationToken cancellation) =>
        channelId is null || await db.ChannelsOf(caller.Id).AnyAsync(channel => channel.Id == channelId, cancellation);

    static async Task<ProblemHttpResult?> SaveAsync(
        CannedResponse response, SaveCannedResponse request, SiteAccessDb db, CancellationToken cancellation)
    {
        (response.Shortcut, response.Body, response.ChannelId) = (request.Shortcut.ToLowerInvariant(), request.Body.Trim(), request.ChannelId);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Problem.Of(StatusCodes.Status409Conflict, ErrorCodes.CannedResponseTaken, "Another response has this shortcut");
        }
    }

    static IQueryable<CannedResponse> CannedResponsesOf(this SiteAccessDb db, Guid operatorId) => db.CannedResponses.Where(response =>
        response.ChannelId == null || db.ChannelMembers.Any(member => member.ChannelId == response.ChannelId && member.OperatorId == operatorId));

    sealed class KeepersOnly : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
            new Caller(context.HttpContext.User).Role is OperatorRoles.Supervisor or OperatorRoles.Admin
                ? next(context)
                : ValueTask.FromResult<object?>(Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden));
    }
}
