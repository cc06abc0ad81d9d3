using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using SiteAccess.Api.Access;
using SiteAccess.Api.Channels;

namespace SiteAccess.Api.WidgetFiles;

/// <summary>
/// Serves the widget's build under <c>/widget/</c> to any page. Files with a hash in their name never change; the loader does,
/// and is asked for again after a while, with its ETag.
/// </summary>
static partial class WidgetFiles
{
    const string Route = "/widget";

    /// <summary>Compression for these files alone: they hold no secrets that a compressed answer could betray.</summary>
    public static void AddWidgetFiles(this WebApplicationBuilder builder) =>
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);

    public static void UseWidgetFiles(this WebApplication app)
    {
        if (FindFolder(app.Environment, app.Configuration["Widget:Path"]) is not { } folder)
        {
            app.Logger.LogWarning("The widget's build was not found (Widget:Path): {Route} serves nothing", Route);
            return;
        }

        app.UseWhen(context => context.Request.Path.StartsWithSegments(Route, StringComparison.OrdinalIgnoreCase), branch => branch.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            RequestPath = Route,
            OnPrepareResponse = Prepare,
        });
    }

    static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = Hashed().IsMatch(file.File.Name) ? "public, max-age=31536000, immutable" : "public, max-age=300";
        headers.AccessControlAllowOrigin = "*";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        // A page in another encoding would read the loader's words in its own.
        if (file.File.Name.EndsWith(".js", StringComparison.Ordinal)) headers.ContentType = "text/javascript; charset=utf-8";
        if (!string.Equals(file.File.Name, OwnWindow.File, StringComparison.Ordinal)) return;
        var urls = file.Context.RequestServices.GetRequiredService<PublicUrls>();
        headers.ContentSecurityPolicy = OwnWindow.Policy(urls.Realtime, urls.RealtimeSocket);
        headers["Referrer-Policy"] = "no-referrer";
    }

    static string? FindFolder(IWebHostEnvironment environment, string? configured)
    {
        string[] candidates = configured is { Length: > 0 } ? [configured] : ["wwwroot/widget", "../widget/dist"];
        var folders = candidates.Select(path => Path.GetFullPath(path, environment.ContentRootPath)).ToList();
        if (folders.Find(Directory.Exists) is { } found)
            return found;
        if (!environment.IsDevelopment())
            return null;

        // In development the build may still be running; its files are found when they come.
        return Directory.CreateDirectory(folders[^1]).FullName;
    }

    // name-HASH.js, as the widget's build names its chunks
    [GeneratedRegex(@"-[\w-]{8}\.\w+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hashed();
}
