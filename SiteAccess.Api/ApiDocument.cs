using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SiteAccess.Api;

/// <summary>The public routes as OpenAPI, at <c>/openapi/v1.json</c>.</summary>
static class ApiDocument
{
    const string Scheme = "bearer";

    public static void AddApiDocument(this WebApplicationBuilder builder)
    {
        // In every environment alike: a request that cannot be read is a problem with the code request.invalid.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer(Describe).AddOperationTransformer(AskForToken));
    }

    static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = "SiteAccess";
        document.Info.Version = "v1";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Scheme,
            BearerFormat = "JWT",
            Description = "An operator's access token (auth/login), or a visitor's (widget/sessions) on the widget's routes.",
        };
        return Task.CompletedTask;
    }

    static Task AskForToken(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
