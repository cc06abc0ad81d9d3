using SiteAccess.Contracts.Conversations;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>Which other operators have which conversation before them. A notice that is not renewed is forgotten after 40 s.</summary>
/// <param name="time">The clock.</param>
public sealed class Viewers(TimeProvider time)
{
    static readonly TimeSpan Life = TimeSpan.FromSeconds(40);

    // A screen shows one conversation at a time.
    readonly Dictionary<Guid, (ViewingView Notice, DateTimeOffset Until)> _screens = [];

    /// <summary>Takes a notice.</summary>
    public void Put(ViewingView notice)
    {
        if (notice is { IsViewing: true, ConversationId: not null }) _screens[notice.ScreenId] = (notice, time.GetUtcNow() + Life);
        else _screens.Remove(notice.ScreenId);
    }

    /// <summary>Who looks at a conversation now: each person once, by name.</summary>
    public IReadOnlyList<string> Of(Guid conversationId)
    {
        var now = time.GetUtcNow();
        return [.. _screens.Values
            .Where(screen => screen.Notice.ConversationId == conversationId && screen.Until > now)
            .DistinctBy(screen => screen.Notice.OperatorId)
            .Select(screen => screen.Notice.Name)
            .Order(StringComparer.CurrentCulture)];
    }

    /// <summary>Forgets those who fell silent.</summary>
    /// <returns>Whether there were any.</returns>
    public bool ForgetSilent()
    {
        var now = time.GetUtcNow();
        var silent = _screens.Where(screen => screen.Value.Until <= now).Select(screen => screen.Key).ToList();
        silent.ForEach(screen => _screens.Remove(screen));
        return silent.Count > 0;
    }
}
