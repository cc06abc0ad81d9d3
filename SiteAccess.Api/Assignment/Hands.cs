namespace SiteAccess.Api.Assignment;

/// <summary>The available operators and how many open conversations each has.</summary>
/// <param name="counts">Operator → open conversations.</param>
/// <param name="teams">Team → its available members.</param>
/// <param name="limit">So many an operator gets, and no more.</param>
sealed class Hands(Dictionary<Guid, int> counts, ILookup<Guid, Guid> teams, int limit)
{
    /// <summary>Whether anybody may get one more.</summary>
    public bool HaveRoom => counts.Values.Any(count => count < limit);

    /// <summary>Teams with a member who may get one more.</summary>
    public Guid[] TeamsWithRoom => [.. teams.Where(team => team.Any(id => counts[id] < limit)).Select(team => team.Key)];

    /// <summary>Gives one more to whoever has the fewest; null when nobody (of the team) may get it.</summary>
    public Guid? Take(Guid? teamId)
    {
        var candidates = teamId is { } team ? teams[team] : counts.Keys;
        var free = candidates.Where(id => counts[id] < limit).ToList();
        if (free.Count == 0)
            return null;
        var chosen = free.OrderBy(id => counts[id]).ThenBy(id => id).First();
        counts[chosen]++;
        return chosen;
    }
}
