using Microsoft.AspNetCore.Localization;
using SiteAccess.OperatorBlazor.Language;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>How the screen looks to this browser: language and theme, kept in two cookies that need no account.</summary>
static class Preferences
{
    /// <summary>The theme's cookie; <c>wwwroot/js/screen.js</c> writes it too.</summary>
    public const string ThemeCookie = "siteaccess.theme";

    /// <summary>The themes; the first follows the system.</summary>
    public static readonly string[] Themes = ["system", "light", "dark"];

    /// <summary>The theme that a request's browser has chosen.</summary>
    public static string ThemeOf(HttpContext? http) =>
        http?.Request.Cookies[ThemeCookie] is { } theme && Themes.Contains(theme) ? theme : Themes[0];

    /// <summary>Request localization: the cookie, else what the browser asks for, else English.</summary>
    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Texts.Languages[0])
            .AddSupportedCultures(Texts.Languages)
            .AddSupportedUICultures(Texts.Languages);
        options.RequestCultureProviders =
            [new CookieRequestCultureProvider { Options = options }, new AcceptLanguageHeaderRequestCultureProvider { Options = options }];
    }
}
