using Radzen;
using SiteAccess.OperatorBlazor.Attachments;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>The frame: pages, circuits, languages, headers.</summary>
static class ShellExtensions
{
    // A dropped line comes back within minutes or not at all; what counts is in the browser and at Api anyway.
    static readonly TimeSpan CircuitLife = TimeSpan.FromMinutes(5);

    // A line that fell silent is noticed in seconds, not in half a minute (the other half is in wwwroot/js/connection.js).
    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(7);
    static readonly TimeSpan SilenceOfClient = TimeSpan.FromSeconds(20);

    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(circuits => circuits.DisconnectedCircuitRetentionPeriod = CircuitLife)
            .AddHubOptions(hub => (hub.KeepAliveInterval, hub.ClientTimeoutInterval) = (KeepAlive, SilenceOfClient));
        builder.Services.AddRadzenComponents();
        builder.Services.AddScoped<Browser>();
        builder.Services.AddScoped<Notices>();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "siteaccess.antiforgery");
        builder.Services.Configure<RequestLocalizationOptions>(Preferences.Configure);
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseErrorPage(); // Outside of the headers: they are set anew on the error page.
        app.UseSecurityHeaders(PublicApi.AddressOf(app.Configuration));
        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRouting();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            // Our own policy says it (SecurityHeaders); two would be two to keep in step.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization();
    }
}
