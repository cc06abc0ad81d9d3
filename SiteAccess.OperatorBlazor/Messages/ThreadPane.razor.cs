using Microsoft.AspNetCore.Components;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Conversations;
using SiteAccess.OperatorBlazor.Language;
using SiteAccess.OperatorBlazor.Shell;
using SiteAccess.OperatorBlazor.Visitors;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>The open conversation: what was said, what is on its way, and the place to write.</summary>
public sealed partial class ThreadPane(Outbox outbox, TypingPeople typing, Browser browser, TimeProvider time)
{
    List<ThreadRow> _rows = [];
    TypingPerson[] _typing = [];
    DateOnly _today;
    long _seenBelow;
    int _newBelow;
    bool _isAtBottom = true;
    bool _isFetchingOlder;

    /// <summary>The conversation.</summary>
    [Parameter, EditorRequired]
    public OpenThread Thread { get; set; } = null!;

    /// <summary>Whether the page is looked at: only then is anything read.</summary>
    [Parameter]
    public bool HasAttention { get; set; }

    /// <summary>Whether the visitor panel stands beside it.</summary>
    [Parameter]
    public bool PanelIsOpen { get; set; }

    /// <summary>The panel is wanted, or not any more.</summary>
    [Parameter]
    public EventCallback OnTogglePanel { get; set; }

    Browser Browser => browser;

    string VisitorName => Thread.Summary is { } conversation ? VisitorNames.Of(conversation.Visitor) : "";

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Thread.Changed += Show;
        outbox.Changed += HearOutbox;
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => Lay();

    /// <inheritdoc />
    public void Dispose()
    {
        Thread.Changed -= Show;
        outbox.Changed -= HearOutbox;
    }

    void HearOutbox(Guid conversationId)
    {
        if (conversationId == Thread.Id) Show();
    }

    void Show()
    {
        Lay();
        StateHasChanged();
    }

    void Lay()
    {
        _today = Ages.DayOf(time.GetUtcNow(), Inbox.Zone);
        _rows = ThreadRows.Lay(
            Thread.Log, outbox.In(Thread.Id), Thread.Summary?.VisitorReadSeq ?? 0, new ThreadNames(VisitorName, Inbox.Me.Name, Inbox.Me.Id, time.GetUtcNow()), Inbox.Zone);
        _typing = [.. typing.In(Thread.Id).Select(notice => notice.Who == SenderType.Visitor ? new TypingPerson(VisitorName, notice.Draft) : new TypingPerson(notice.Name ?? "", null))];
        if (_isAtBottom) _seenBelow = Thread.Log.LastSeq;
        _newBelow = Thread.Log.Messages.Count(message => message.Seq > _seenBelow && message.SenderId != Inbox.Me.Id && message.Kind != MessageKind.Event);
        if (_isAtBottom && HasAttention && Thread.IsLoaded) _ = Thread.MarkReadAsync();
    }

    async Task HearScroll(ThreadScrollEventArgs scroll)
    {
        _isAtBottom = scroll.IsAtBottom;
        Lay();
        if (!scroll.IsAtTop || _isFetchingOlder || !Thread.Log.HasOlder) return;
        _isFetchingOlder = true;
        await Thread.LoadOlderAsync();
        _isFetchingOlder = false;
    }

    Task RetryAsync() => outbox.RetryAsync(Thread.Id);

    Task Discard(Guid clientMessageId)
    {
        if (outbox.In(Thread.Id).FirstOrDefault(item => item.ClientMessageId == clientMessageId) is { } item) outbox.Discard(item);
        return browser.ForgetUnsentAsync(clientMessageId);
    }
}
