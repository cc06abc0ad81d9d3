using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>The app's cookie: data-protected, out of reach for scripts, and good only while its session stands.</summary>
static class SessionCookie
{
    static readonly object EndedKey = new();

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "siteaccess.operator";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = LocalUrl.SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = RedirectToSignIn;
    }

    // Asked where it matters (pages and circuits), not for every style sheet. Api being away does not sign anybody out.
    static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null) return;
        var who = SignedInOperator.From(context.Principal!);
        try
        {
            if (who is not null)
            {
                var tokens = context.HttpContext.RequestServices.GetRequiredService<AccessTokens>();
                await tokens.GetAsync(who.SessionSecret, context.HttpContext.RequestAborted);
                return;
            }
        }
        catch (ApiException refusal) when (!refusal.EndsSession())
        {
            return;
        }
        catch (ApiException)
        {
            context.HttpContext.Items[EndedKey] = true;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SignedInOperator.Scheme);
    }

    static Task RedirectToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A circuit cannot follow a redirect; the page's reconnect logic reloads when it is refused.
        if (context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(context.HttpContext.Items.ContainsKey(EndedKey)
                ? SignInReasons.PathFor(SignInReasons.Ended, context.Request.Path + context.Request.QueryString)
                : context.RedirectUri);
        return Task.CompletedTask;
    }
}
