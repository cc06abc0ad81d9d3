using Microsoft.JSInterop;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Shell;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>
/// Begins an operator's work on a page other than the inbox: they are there for visitors, and the rail counts what is new, on whichever
/// page they came in.
/// </summary>
/// <param name="inbox">What the screen knows.</param>
/// <param name="live">Keeps it in step.</param>
/// <param name="browser">The operator's browser.</param>
/// <param name="current">Who works here.</param>
public sealed class Workplace(Inbox inbox, LiveInbox live, Browser browser, CurrentOperator current)
{
    /// <summary>Introduces the operator and lets the world in; done when both have begun.</summary>
    public async Task StartAsync()
    {
        inbox.Me = await current.GetAsync();
        try
        {
            inbox.Zone = Browser.ZoneOf((await browser.StartAsync(inbox.Me.Id)).TimeZone);
        }
        catch (JSDisconnectedException)
        {
            return; // The page was left before it came up.
        }
        _ = live.RunAsync();
    }
}
