using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Operators;

static class OperatorEndpoints
{
    public static void MapOperators(this RouteGroupBuilder api)
    {
        api.MapGet("/me", GetMeAsync).WithTags("Operators");
        api.MapPatch("/me", ChangeMeAsync).WithTags("Operators");
    }

    static async Task<Results<Ok<OperatorView>, ProblemHttpResult>> GetMeAsync(Caller caller, SiteAccessDb db, CancellationToken aborted) =>
        await db.Operators.AsNoTracking().SingleOrDefaultAsync(person => person.Id == caller.Id, aborted) is { } person
            ? TypedResults.Ok(person.ToView())
            : Problem.Of(404, ErrorCodes.NotFound);

    static async Task<Results<Ok<OperatorView>, ProblemHttpResult>> ChangeMeAsync(
        ChangeMe request, Caller caller, OperatorStates states, CancellationToken aborted)
    {
        if (request.State is { } state && !Enum.IsDefined(state))
            return RequestValidation.Invalid("state", "One of online, busy, offline.");
        return await states.ChangeAsync(caller.Id, request, aborted) is { } person ? TypedResults.Ok(person) : Problem.Of(404, ErrorCodes.NotFound);
    }
}
