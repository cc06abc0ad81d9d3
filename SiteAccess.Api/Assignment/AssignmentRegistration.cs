namespace SiteAccess.Api.Assignment;

static class AssignmentRegistration
{
    /// <summary>Who gets which conversation, by hand and by itself.</summary>
    public static void AddAssignment(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Colleagues>();
        builder.Services.AddScoped<AssignmentRound>();
        builder.Services.AddHostedService<AssignmentClock>();
    }
}
