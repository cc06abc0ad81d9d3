using System.Text.Json;
using Microsoft.JSInterop;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The list that an operator saw last in this browser, kept there (<c>wwwroot/js/inbox.js</c>).</summary>
/// <param name="js">The way to it.</param>
public sealed class KeptView(IJSRuntime js)
{
    /// <summary>The list; null when none was kept.</summary>
    public async Task<InboxFilter?> FindAsync(Guid operatorId)
    {
        try
        {
            var kept = await js.InvokeAsync<string?>("siteaccess.keptView", operatorId);
            return kept is null ? null : InboxFilter.From(JsonSerializer.Deserialize<FilterRules>(kept, WireJson.Options) ?? new FilterRules());
        }
        catch (JsonException)
        {
            return null; // Of another release, or of another hand.
        }
    }

    /// <summary>Keeps it.</summary>
    public async Task KeepAsync(Guid operatorId, InboxFilter filter)
    {
        try
        {
            await js.InvokeVoidAsync("siteaccess.keepView", operatorId, JsonSerializer.Serialize(filter.ToRules(), WireJson.Options));
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and with it what was to be told.
        }
    }
}
