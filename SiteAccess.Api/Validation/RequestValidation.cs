using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Validation;

/// <summary>Checks the shape of a request before its endpoint sees it.</summary>
static class RequestValidation
{
    /// <summary>Refuses with <c>request.invalid</c> and the fields' faults what the request's validator does not like.</summary>
    public static RouteHandlerBuilder Validate<TRequest>(this RouteHandlerBuilder endpoint) => endpoint
        .AddEndpointFilter(async (call, next) =>
        {
            var request = call.Arguments.OfType<TRequest>().Single();
            var faults = call.HttpContext.RequestServices.GetRequiredService<IValidator<TRequest>>().Validate(request);
            return faults.IsValid
                ? await next(call)
                : Invalid(faults.ToDictionary().ToDictionary(fault => JsonPath(fault.Key), fault => fault.Value));
        })
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>A refusal that names the fields.</summary>
    public static ProblemHttpResult Invalid(Dictionary<string, string[]> errors)
    {
        var problem = Problem.Of(StatusCodes.Status400BadRequest, ErrorCodes.RequestInvalid, "The request is not valid");
        problem.ProblemDetails.Extensions["errors"] = errors;
        return problem;
    }

    /// <summary>A refusal that names one field.</summary>
    public static ProblemHttpResult Invalid(string field, string fault) => Invalid(new Dictionary<string, string[]> { [field] = [fault] });

    // Identity.UserId → identity.userId: as the client wrote it.
    static string JsonPath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
