using SiteAccess.Api.Data;

namespace SiteAccess.Api.Teams;

static class TeamQueries
{
    /// <summary>The teams with somebody who answers a channel's visitors: a conversation given to any other would be seen by nobody of it.</summary>
    public static IQueryable<Team> TeamsIn(this SiteAccessDb db, Guid channelId) => db.Teams.Where(team => db.TeamMembers.Any(
        member => member.TeamId == team.Id
            && db.ChannelMembers.Any(seat => seat.ChannelId == channelId && seat.OperatorId == member.OperatorId)));
}
