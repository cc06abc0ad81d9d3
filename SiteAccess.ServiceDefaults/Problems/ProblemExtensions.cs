using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace SiteAccess.ServiceDefaults.Problems;

/// <summary>Makes every refusal of a service a problem with a code, and keeps what failed inside to the log.</summary>
static class ProblemExtensions
{
    internal static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions.TryAdd(Problem.CodeMember, Problem.CodeFor(context.ProblemDetails.Status)));
        services.AddExceptionHandler<ProblemHandler>();
    }

    internal static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}
