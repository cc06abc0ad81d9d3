// Stands in for Microsoft.AspNetCore.Authentication.JwtBearer 10.0, which Microsoft.Identity.Web 4 brings: AddJwtBearer and
// its events. What it does not do stands in the project file.
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds bearer authentication.</summary>
public static class JwtBearerExtensions
{
    /// <summary>Adds it under the scheme "Bearer".</summary>
    /// <param name="builder">The application's authentication.</param>
    /// <param name="configureOptions">Its settings.</param>
    public static AuthenticationBuilder AddJwtBearer(
        this AuthenticationBuilder builder, Action<JwtBearerOptions> configureOptions) =>
        builder.AddJwtBearer(JwtBearerDefaults.AuthenticationScheme, configureOptions);

    /// <summary>Adds it under a scheme of one's own.</summary>
    /// <param name="builder">The application's authentication.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="configureOptions">Its settings.</param>
    public static AuthenticationBuilder AddJwtBearer(
        this AuthenticationBuilder builder, string authenticationScheme, Action<JwtBearerOptions> configureOptions) =>
        builder.AddScheme<JwtBearerOptions, JwtBearerHandler>(authenticationScheme, configureOptions);
}
