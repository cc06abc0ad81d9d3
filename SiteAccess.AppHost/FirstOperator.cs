using Microsoft.Extensions.Configuration;

namespace SiteAccess.AppHost;

/// <summary>The account with which the first person signs in.</summary>
static class FirstOperator
{
    const string EmailKey = "Setup:OperatorEmail";
    const string ResetKey = "Setup:ResetOperatorPassword";

    /// <summary>The e-mail address of the account.</summary>
    public static string Email(IConfiguration configuration) => configuration[EmailKey] ?? "admin@siteaccess.local";

    /// <summary>
    /// Lets Api create the account when there is none. <c>Setup:ResetOperatorPassword=true</c> gives an existing one the
    /// current password again: the way back in when the secrets were lost and the data was not.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithFirstOperator(this IResourceBuilder<ProjectResource> api, IResourceBuilder<ParameterResource> password)
    {
        var configuration = api.ApplicationBuilder.Configuration;
        return api
            .WithEnvironment("Setup__OperatorEmail", Email(configuration))
            .WithEnvironment("Setup__OperatorPassword", password)
            .WithEnvironment("Setup__ResetOperatorPassword", configuration.GetValue(ResetKey, defaultValue: false) ? "true" : "false");
    }
}
