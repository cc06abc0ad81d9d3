using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.OperatorBlazor.Messages;
using SiteAccess.OperatorBlazor.Shell;
using SiteAccess.OperatorBlazor.Visitors;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The inbox: list, thread and visitor side by side; on a phone one after the other, by address, so that "back" works.</summary>
public sealed partial class InboxPage(
    Inbox inbox, LiveInbox live, Outbox outbox, Browser browser, CurrentOperator current, ApiReach reach, NavigationManager navigation, KeptView view)
{
    bool _hasAttention = true;
    bool _panelIsOpen = true;
    bool _isStarted;

    /// <summary>The conversation that is open.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>"visitor" when a phone shows the visitor panel.</summary>
    [Parameter]
    public string? Pane { get; set; }

    Inbox Inbox => inbox;

    string Shown => Pane is not null ? "shows-visitor" : Id is not null ? "shows-thread" : "shows-list";

    string Opened => inbox.Thread?.Summary is { } conversation ? VisitorNames.Of(conversation.Visitor) : InboxTexts.ChooseTitle;

    // The number of what is unread is put before it by the browser, for those who want it (wwwroot/js/badge.js).
    static string Title => $"{InboxTexts.Title} · SiteAccess";

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        inbox.Changed += StateHasChanged;
        inbox.Shown += KeepView;
        reach.SessionEnded += LeaveForSignIn;
        outbox.Stored += Take;
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => _isStarted ? inbox.OpenAsync(Id) : Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            await StartAsync();
        }
        catch (JSDisconnectedException)
        {
            return; // The page was left before it came up.
        }
        await live.RunAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        inbox.Changed -= StateHasChanged;
        inbox.Shown -= KeepView;
        reach.SessionEnded -= LeaveForSignIn;
        outbox.Stored -= Take;
    }

    // Who works here, what their browser is like, and what it still holds unsent from before a reload.
    async Task StartAsync()
    {
        inbox.Me = await current.GetAsync();
        var state = await browser.StartAsync(inbox.Me.Id);
        inbox.Zone = Browser.ZoneOf(state.TimeZone);
        (_hasAttention, _panelIsOpen) = (state.HasAttention, state.PanelIsOpen);
        if (await view.FindAsync(inbox.Me.Id) is { } kept) inbox.BeginWith(kept);
        live.Attend(_hasAttention);
        _isStarted = true;
        _ = inbox.OpenAsync(Id);
        SendAgain(state.Unsent);
    }

    void HearDesk(DeskStateEventArgs state)
    {
        _hasAttention = state.HasAttention;
        live.Attend(_hasAttention);
        if (_isStarted) SendAgain(state.Unsent);
    }

    // What the outbox has already is left to go its way; what Api has already is answered as it was the first time.
    void SendAgain(IEnumerable<Outgoing> unsent)
    {
        foreach (var message in unsent) _ = outbox.SendAsync(message);
    }

    void KeepView(InboxFilter filter) => _ = view.KeepAsync(inbox.Me.Id, filter);

    Task TogglePanel()
    {
        _panelIsOpen = !_panelIsOpen;
        return browser.KeepPanelAsync(_panelIsOpen);
    }

    // The answer to a send may be here before the bus tells of it.
    void Take(MessageView stored)
    {
        inbox.Known.Put(stored);
        if (inbox.Thread is { } thread && thread.Id == stored.ConversationId) _ = thread.TakeAsync(stored);
        inbox.Touch();
        _ = browser.ForgetUnsentAsync(stored.ClientMessageId);
    }

    void LeaveForSignIn() => navigation.NavigateTo(
        SignInReasons.PathFor(SignInReasons.Ended, "/" + navigation.ToBaseRelativePath(navigation.Uri)), forceLoad: true);
}
