using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.OpenChannel;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>
/// How a conversation stood when a client last heard of it. The bus says only how it stands now; what has changed is found by
/// comparing, and when nothing was heard before, whatever may have changed is told.
/// </summary>
sealed class ConversationStanding
{
    bool _isKnown;
    ConversationStatus _status;
    Guid? _assigneeId;

    /// <summary>Its first message has come, and the client has not heard yet how it stands.</summary>
    public bool IsNew { get; set; }

    /// <summary>The count that was told last.</summary>
    public int? UnreadCount { get; set; }

    /// <returns>The types of the frames that tell the change.</returns>
    public IEnumerable<string> Change(ConversationSummary row)
    {
        var (isNew, isAssigned, isMoved) = (
            IsNew,
            _isKnown ? row.AssigneeId != _assigneeId : row.AssigneeId is not null && !IsNew,
            _isKnown ? row.Status != _status : !IsNew);
        (_isKnown, IsNew, _status, _assigneeId) = (true, false, row.Status, row.AssigneeId);
        if (isNew)
        {
            yield return OpenChannelNames.SessionCreated;
        }

        if (isAssigned)
        {
            yield return OpenChannelNames.SessionAssigned;
        }

        if (isMoved)
        {
            yield return OpenChannelNames.SessionStatus;
        }
    }
}
