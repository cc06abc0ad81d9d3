using Microsoft.EntityFrameworkCore;
using Npgsql;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Teams;

namespace SiteAccess.Api.Teams;

/// <summary>Reads and changes teams.</summary>
sealed class TeamDesk(SiteAccessDb db, OutboxPublisher outbox, TimeProvider clock)
{
    public async Task<List<TeamView>> ListAsync(CancellationToken cancellation)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(cancellation);
        var members = (await MembersAsync(teams.ConvertAll(team => team.Id), cancellation)).ToLookup(member => member.TeamId, member => member.View);
        return teams.ConvertAll(team => new TeamView(team.Id, team.Name, [.. members[team.Id]]));
    }

    /// <summary>The new team, or the error code of why not.</summary>
    public Task<(TeamView? Team, string? Error)> AddAsync(SaveTeam request, CancellationToken cancellation) => SaveAsync(
        request,
        _ =>
        {
            var team = new Team { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = request.Name.Trim(), CreatedAt = clock.Now() };
            db.Teams.Add(team);
            return Task.FromResult<Team?>(team);
        },
        cancellation);

    /// <summary>The changed team, or the error code of why not.</summary>
    public Task<(TeamView? Team, string? Error)> ChangeAsync(Guid id, SaveTeam request, CancellationToken cancellation) => SaveAsync(
        request,
        async aborted =>
        {
            if (await db.Teams.SingleOrDefaultAsync(team => team.Id == id, aborted) is not { } team)
                return null;
            team.Name = request.Name.Trim();
            await db.TeamMembers.Where(member => member.TeamId == id && !request.MemberIds.Contains(member.OperatorId)).ExecuteDeleteAsync(aborted);
            return team;
        },
        cancellation);

    /// <summary>Dissolves a team; its conversations stay with whoever has them.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var told = await db.InTransactionAsync<Committed?>(
            async aborted =>
            {
                // Only those that somebody may still see change on a screen are told of.
                var open = await db.Conversations
                    .Where(conversation => conversation.TeamId == id && conversation.BegunAt != null
                        && conversation.Status != Contracts.Conversations.ConversationStatus.Resolved)
                    .Select(conversation => conversation.Id)
                    .ToListAsync(aborted);
                await db.Teams.Where(team => team.Id == id).ExecuteDeleteAsync(aborted);
                var rows = await db.InboxRows(db.Conversations.Where(conversation => open.Contains(conversation.Id))).ToListAsync(aborted);
                var facts = rows.ConvertAll(row => Facts.ConversationUpdated(row.ToSummary(), null));
                return facts.Count == 0 ? null : await OutboxSql.AddAsync(db, facts, clock.Now(), aborted);
            },
            cancellation);
        outbox.Tell(told);
    }

    async Task<(TeamView? Team, string? Error)> SaveAsync(
        SaveTeam request, Func<CancellationToken, Task<Team?>> find, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync<(TeamView?, string?)>(
                async aborted =>
                {
                    if (await find(aborted) is not { } team)
                        return (null, ErrorCodes.NotFound);
                    if (!await AddMembersAsync(team, request.MemberIds, aborted))
                        return (null, ErrorCodes.RequestInvalid);
                    await db.SaveChangesAsync(aborted);
                    var members = await MembersAsync([team.Id], aborted);
                    return (new TeamView(team.Id, team.Name, members.ConvertAll(member => member.View)), null);
                },
                cancellation);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { ConstraintName: TeamConfiguration.OneOfName })
        {
            return (null, ErrorCodes.TeamNameTaken);
        }
    }

    async Task<bool> AddMembersAsync(Team team, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct().ToArray();
        if (await db.Operators.CountAsync(person => wanted.Contains(person.Id), cancellation) != wanted.Length)
            return false;
        var there = await db.TeamMembers.Where(member => member.TeamId == team.Id).Select(member => member.OperatorId).ToListAsync(cancellation);
        db.TeamMembers.AddRange(wanted.Except(there)
            .Select(id => new TeamMember { TeamId = team.Id, OperatorId = id, CreatedAt = clock.Now() }));
        return true;
    }

    async Task<List<(Guid TeamId, TeamMemberView View)>> MembersAsync(List<Guid> teams, CancellationToken cancellation)
    {
        var members = await (from member in db.TeamMembers
                             join person in db.Operators on member.OperatorId equals person.Id
                             where teams.Contains(member.TeamId)
                             orderby person.Name, person.Id
                             select new { member.TeamId, person.Id, person.Name }).ToListAsync(cancellation);
        return members.ConvertAll(member => (member.TeamId, new TeamMemberView(member.Id, member.Name)));
    }
}
