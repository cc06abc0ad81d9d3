using FluentValidation;
using SiteAccess.Contracts.Teams;

namespace SiteAccess.Api.Teams;

sealed class SaveTeamValidator : AbstractValidator<SaveTeam>
{
    const int MostMembers = 200;

    public SaveTeamValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(Team.MaxName).Must(name => name?.Contains('\0') != true);
        RuleFor(request => request.MemberIds).NotNull().Must(ids => ids is null or { Count: <= MostMembers });
    }
}
