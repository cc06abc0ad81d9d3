namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>Shows people a page where a service would answer with problem details.</summary>
static class ErrorPages
{
    const string ErrorPath = "/error";

    public static void UseErrorPage(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && WantsPage(http.Request) && http.Request.Path != ErrorPath)
        {
            app.Logger.LogError(failure, "{Path} failed", http.Request.Path);
            http.Response.Clear();
            http.Request.Method = HttpMethods.Get;
            http.Request.Path = ErrorPath;
            http.SetEndpoint(null);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            // What the failed page left in its scope must not meet the error page.
            await using var scope = app.Services.CreateAsyncScope();
            http.RequestServices = scope.ServiceProvider;
            await next(http);
        }
    });

    static bool WantsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
