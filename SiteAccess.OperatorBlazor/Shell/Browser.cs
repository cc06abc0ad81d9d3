using Microsoft.JSInterop;
using SiteAccess.OperatorBlazor.Alerts;
using SiteAccess.OperatorBlazor.Keyboard;
using SiteAccess.OperatorBlazor.Messages;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>What a circuit asks of its browser (<c>wwwroot/js/desk.js</c>).</summary>
/// <param name="js">The way to it.</param>
public sealed class Browser(IJSRuntime js)
{
    /// <summary>What the browser is like and what it holds.</summary>
    /// <param name="TimeZone">IANA name of the zone that its operator reads dates and times in.</param>
    /// <param name="HasAttention">Whether the page is looked at.</param>
    /// <param name="PanelIsOpen">Whether the visitor panel was left open.</param>
    /// <param name="Unsent">Messages that were written and are not known to be stored.</param>
    public sealed record State(string TimeZone, bool HasAttention, bool PanelIsOpen, Outgoing[] Unsent);

    /// <summary>Introduces the operator, whose drafts these are, and asks for the state.</summary>
    public ValueTask<State> StartAsync(Guid operatorId) => js.InvokeAsync<State>("siteaccess.start", operatorId);

    /// <summary>Introduces the operator and asks in which zone they read dates and times: the chosen one, else the browser's.</summary>
    public ValueTask<string> ZoneAsync(Guid operatorId) => js.InvokeAsync<string>("siteaccess.zone", operatorId);

    /// <summary>Tells how many conversations have something unread: in the tab's title, on its icon.</summary>
    public Task ShowUnreadAsync(int count) => TellAsync("siteaccess.showUnread", count);

    /// <summary>Tells of something new by sound and notification, as the operator prefers.</summary>
    public Task AnnounceAsync(Announcement news) => TellAsync("siteaccess.announce", news);

    /// <summary>Remembers whether the visitor panel is open.</summary>
    public Task KeepPanelAsync(bool isOpen) => TellAsync("siteaccess.keepPanel", isOpen);

    /// <summary>A message is stored, or given up: the browser need not keep it any more.</summary>
    public Task ForgetUnsentAsync(Guid clientMessageId) => TellAsync("siteaccess.forgetUnsent", clientMessageId);

    /// <summary>Scrolls the open thread to its newest message.</summary>
    public Task ToNewestAsync() => TellAsync("siteaccess.toNewest");

    /// <summary>Tells the palette which conversations it may lead to.</summary>
    public Task OfferAsync(PaletteConversation[] conversations) => TellAsync("siteaccess.offer", [conversations]);
    /// <summary>Puts the cursor into the composer, in the tab for notes if so.</summary>
    public Task FocusComposerAsync(bool isNote) => TellAsync("siteaccess.focusComposer", isNote);

    /// <summary>Lets the composer hold an own message, and what stood there wait.</summary>
    public Task BeginEditAsync(string body) => TellAsync("siteaccess.beginEdit", body);

    /// <summary>Gives the composer back what stood there before.</summary>
    public Task EndEditAsync() => TellAsync("siteaccess.endEdit");

    /// <summary>Lets the operator keep a text as a file.</summary>
    public async Task DownloadAsync(string fileName, string text)
    {
        // As a stream: a long conversation is more than one message of the circuit may hold.
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        using var reference = new DotNetStreamReference(content);
        await TellAsync("siteaccess.download", fileName, reference);
    }

    /// <summary>The zone by its IANA name; UTC for one that this machine does not know.</summary>
    public static TimeZoneInfo ZoneOf(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    async Task TellAsync(string function, params object?[] arguments)
    {
        try
        {
            await js.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and with it what was to be told.
        }
    }
}
