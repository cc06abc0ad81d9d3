namespace SiteAccess.Api.Calls;

static class CallRegistration
{
    public static void AddCalls(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<TurnOptions>(builder.Configuration.GetSection(TurnOptions.Section));
        builder.Services.AddSingleton<TurnCredentials>();
    }
}
