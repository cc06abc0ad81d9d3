using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Language;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>Chooses language and theme with a plain form.</summary>
static class PreferenceEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder app) => app.MapPost("/preferences", Choose);

    static RedirectHttpResult Choose(
        [FromForm] string? language, [FromForm] string? theme, [FromForm] string? returnUrl, HttpContext http)
    {
        if (Texts.Languages.Contains(language))
            Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!)));
        if (Preferences.Themes.Contains(theme))
            Keep(Preferences.ThemeCookie, theme!);
        // A person who changes the language of the sign-in page stays on it.
        var back = returnUrl?.StartsWith(LocalUrl.SignInPath, StringComparison.Ordinal) == true ? returnUrl : LocalUrl.OrHome(returnUrl);
        return TypedResults.LocalRedirect(back);

        void Keep(string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(400),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            HttpOnly = name != Preferences.ThemeCookie,
        });
    }
}
