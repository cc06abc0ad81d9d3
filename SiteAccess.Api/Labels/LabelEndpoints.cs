using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Labels;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Labels;

/// <summary>Labels: every operator uses and makes them; to rename or delete one for everybody takes a supervisor.</summary>
static class LabelEndpoints
{
    public static void AddLabels(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<LabelBook>();
        builder.Services.AddSingleton<IValidator<SaveLabel>, SaveLabelValidator>();
    }

    public static void MapLabels(this RouteGroupBuilder api)
    {
        var labels = api.MapGroup("/labels").WithTags("Labels");
        labels.MapGet("/", ListAsync);
        labels.MapPost("/", AddAsync).Validate<SaveLabel>().ProducesProblem(StatusCodes.Status409Conflict);
        labels.MapPut("/{id:guid}", ChangeAsync).Validate<SaveLabel>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        labels.MapDelete("/{id:guid}", RemoveAsync)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<Ok<List<LabelView>>> ListAsync(LabelBook labels, CancellationToken aborted) =>
        TypedResults.Ok(await labels.ListAsync(aborted));

    static async Task<Results<Created<LabelView>, ProblemHttpResult>> AddAsync(SaveLabel request, LabelBook labels, CancellationToken aborted)
    {
        var (label, error) = await labels.AddAsync(request, aborted);
        return label is null ? Refusal(error) : TypedResults.Created($"/api/v1/labels/{label.Id:D}", label);
    }

    static async Task<Results<Ok<LabelView>, ProblemHttpResult>> ChangeAsync(
        Guid id, SaveLabel request, Caller caller, LabelBook labels, CancellationToken aborted)
    {
        if (!MayManage(caller))
            return Forbidden();
        var (label, error) = await labels.ChangeAsync(id, request, aborted);
        return label is null ? Refusal(error) : TypedResults.Ok(label);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, Caller caller, LabelBook labels, CancellationToken aborted)
    {
        if (!MayManage(caller))
            return Forbidden();
        return await labels.RemoveAsync(id, aborted) ? TypedResults.NoContent() : Refusal(ErrorCodes.LabelNotFound);
    }

    static bool MayManage(Caller caller) => caller.Role is OperatorRoles.Admin or OperatorRoles.Supervisor;

    static ProblemHttpResult Forbidden() => Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden);

    static ProblemHttpResult Refusal(string? code) => code switch
    {
        ErrorCodes.LabelTaken => Problem.Of(StatusCodes.Status409Conflict, code, "Another label has this name"),
        ErrorCodes.LabelNotFound => Problem.Of(StatusCodes.Status404NotFound, code, "There is no such label"),
        _ => RequestValidation.Invalid("name", $"There are {LabelRules.MaxLabels} labels already."),
    };
}
