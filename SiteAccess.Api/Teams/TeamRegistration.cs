using FluentValidation;
using SiteAccess.Contracts.Teams;

namespace SiteAccess.Api.Teams;

static class TeamRegistration
{
    public static void AddTeams(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<TeamDesk>();
        builder.Services.AddSingleton<IValidator<SaveTeam>, SaveTeamValidator>();
    }
}
