using FluentValidation;
using SiteAccess.Api.Access;
using SiteAccess.Api.Presence;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Visitors;

static class VisitorRegistration
{
    public static void AddVisitors(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublicUrls>();
        builder.Services.AddSingleton<ChannelStatuses>();
        builder.Services.AddScoped<VisitorArrival>();
        builder.Services.AddScoped<VisitorSessions>();
        builder.Services.AddScoped<PageReports>();
        builder.Services.AddScoped<VisitorDesk>();
        builder.Services.AddScoped<VisitorMerge>();
        builder.Services.AddScoped<LiveVisitorReader>();
        builder.Services.AddSingleton<IValidator<ChangeVisitor>, ChangeVisitorValidator>();
        builder.Services.AddSingleton<IValidator<StartVisitorSession>, StartVisitorSessionValidator>();
    }
}
