using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Presence;
using SiteAccess.Api.Teams;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Teams;

namespace SiteAccess.Api.Assignment;

/// <summary>Who could have a channel's conversations, how they are, and what they have already.</summary>
sealed class Colleagues(SiteAccessDb db, ChannelStatuses statuses)
{
    public async Task<AssignChoices> ChoicesAsync(Guid channelId, CancellationToken cancellation)
    {
        var people = await ListAsync(channelId, cancellation);
        var available = people.Where(person => person.State == OperatorState.Online).Select(person => person.Id).ToList();
        var teams = await db.TeamsIn(channelId).OrderBy(team => team.Name).ThenBy(team => team.Id)
            .Select(team => new
            {
                team.Id,
                team.Name,
                Open = db.Conversations.Count(conversation => conversation.TeamId == team.Id && conversation.ChannelId == channelId
                    && conversation.Status == ConversationStatus.Open && conversation.BegunAt != null),
                Members = db.TeamMembers
                    .Where(member => member.TeamId == team.Id
                        && db.ChannelMembers.Any(seat => seat.ChannelId == channelId && seat.OperatorId == member.OperatorId))
                    .Select(member => member.OperatorId)
                    .ToList(),
            })
            .ToListAsync(cancellation);
        return new AssignChoices(people, teams.ConvertAll(
            team => new TeamChoice(team.Id, team.Name, team.Members.Count, team.Members.Count(available.Contains), team.Open)));
    }

    /// <summary>The operators of a channel, by name.</summary>
    public async Task<List<ColleagueView>> ListAsync(Guid channelId, CancellationToken cancellation)
    {
        var states = await statuses.ListStatesAsync(channelId, cancellation);
        var people = await (from member in db.ChannelMembers
                            join person in db.Operators on member.OperatorId equals person.Id
                            where member.ChannelId == channelId
                            orderby person.Name, person.Id
                            select new
                            {
                                person.Id,
                                person.Name,
                                Open = db.Conversations.Count(conversation => conversation.AssigneeId == person.Id
                                    && conversation.AssigneeId != null && conversation.Status == ConversationStatus.Open && conversation.BegunAt != null),
                            }).ToListAsync(cancellation);
        return people.ConvertAll(person => new ColleagueView(
            person.Id, person.Name, states.TryGetValue(person.Id, out var state) ? state : OperatorState.Offline, person.Open));
    }
}
