using Microsoft.AspNetCore.Components;
using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.Language;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The list of conversations. Ages tick by themselves.</summary>
public sealed partial class ConversationList
{
    const float RowHeight = 68;
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(20);
    static readonly TimeSpan LongWait = TimeSpan.FromMinutes(2);

    readonly CancellationTokenSource _end = new();
    List<ConversationRowView> _rows = [];

    /// <summary>The conversation that stands open.</summary>
    [Parameter]
    public Guid? Selected { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Inbox.Changed += Show;
        Selection.Changed += Show;
        Search.Changed += StateHasChanged;
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _rows = Inbox.IsLoaded ? Lay() : [];

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        using var timer = new PeriodicTimer(Tick, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token)) Inbox.Touch();
        }
        catch (OperationCanceledException)
        {
            return; // The page was left.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Inbox.Changed -= Show;
        Selection.Changed -= Show;
        Search.Changed -= StateHasChanged;
        _end.Cancel(); // Not disposed: what is still on its way asks it for its token.
    }

    void Show()
    {
        OnParametersSet();
        StateHasChanged();
    }

    List<ConversationRowView> Lay()
    {
        var now = Time.GetUtcNow();
        var rows = Inbox.Rows;
        Selection.Keep(rows.Select(row => row.Id));
        var longest = rows.Where(row => now - row.WaitingSince > LongWait).MinBy(row => row.WaitingSince)?.Id;
        return [.. rows.Select(row => View(row, now, row.Id == longest))];
    }

    ConversationRowView View(ConversationSummary row, DateTimeOffset now, bool waitsLongest) => new(
        row,
        IsSelected: row.Id == Selected,
        IsOnline: Visitors.IsOnline(row.Visitor.Id),
        IsTyping: Typing.In(row.Id).Any(),
        WaitsLongest: waitsLongest,
        LastIsMine: row.LastMessage?.SenderId == Inbox.Me.Id,
        Age: Ages.Ago(row.WaitingSince ?? row.LastActivityAt, now, Inbox.Zone),
        Viewers: string.Join(", ", Viewers.Of(row.Id)),
        IsMarked: Selection.Has(row.Id));
}

/// <summary>A row as it is drawn. Equal rows are drawn once.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="IsSelected">Whether it stands open.</param>
/// <param name="IsOnline">Whether the visitor is on the site.</param>
/// <param name="IsTyping">Whether somebody writes in it.</param>
/// <param name="WaitsLongest">Whether nobody in the list has waited longer.</param>
/// <param name="LastIsMine">Whether the operator spoke last.</param>
/// <param name="Age">Since when, in words.</param>
/// <param name="Viewers">Colleagues who look at it, by name; empty for none.</param>
/// <param name="IsMarked">Whether it is marked, to be changed with others.</param>
public sealed record ConversationRowView(
    ConversationSummary Conversation,
    bool IsSelected,
    bool IsOnline,
    bool IsTyping,
    bool WaitsLongest,
    bool LastIsMine,
    string Age,
    string Viewers = "",
    bool IsMarked = false);
