using SiteAccess.Contracts.Conversations;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>Who is writing where. A notice that is not renewed is forgotten after 6 s.</summary>
/// <param name="time">The clock.</param>
public sealed class TypingPeople(TimeProvider time)
{
    static readonly TimeSpan Life = TimeSpan.FromSeconds(6);
    readonly Dictionary<(Guid Conversation, Guid Person), (TypingView Notice, DateTimeOffset Until)> _notices = [];

    /// <summary>Takes a notice.</summary>
    public void Put(TypingView notice)
    {
        if (notice.IsTyping) _notices[(notice.ConversationId, notice.Id)] = (notice, time.GetUtcNow() + Life);
        else Stop(notice.ConversationId, notice.Id);
    }

    /// <summary>Somebody has stopped: they said it, or sent what they wrote.</summary>
    public void Stop(Guid conversationId, Guid personId) => _notices.Remove((conversationId, personId));

    /// <summary>Who writes in a conversation now.</summary>
    public IEnumerable<TypingView> In(Guid conversationId) =>
        _notices.Values.Where(known => known.Notice.ConversationId == conversationId && known.Until > time.GetUtcNow()).Select(known => known.Notice);

    /// <summary>Forgets those who fell silent.</summary>
    /// <returns>Whether there were any.</returns>
    public bool ForgetSilent()
    {
        var now = time.GetUtcNow();
        var silent = _notices.Where(known => known.Value.Until <= now).Select(known => known.Key).ToList();
        silent.ForEach(key => _notices.Remove(key));
        return silent.Count > 0;
    }
}
