using SiteAccess.Contracts.CannedResponses;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Operators;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Conversations;
using SiteAccess.OperatorBlazor.Shell;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.CannedResponses;

/// <summary>The canned responses: everybody reads them, supervisors and admins keep them.</summary>
public sealed partial class CannedResponsesPage(
    CannedResponsesClient client, CannedAnswers answers, ChannelsClient channelsClient, CurrentOperator current, Notices notices)
{
    List<CannedResponseView>? _responses;
    IReadOnlyList<ChannelSummary> _channels = [];
    CannedForm? _form;
    string? _problem;
    bool _mayKeep;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await LoadAsync(); // Only now: what is shown before the circuit is up cannot be pressed.
        StateHasChanged();
    }

    async Task LoadAsync()
    {
        try
        {
            var me = await current.GetAsync();
            _mayKeep = me.Role is OperatorRoles.Supervisor or OperatorRoles.Admin;
            _channels = await channelsClient.OfAsync(me.Id, CancellationToken.None);
            Show(await client.ListAsync(CancellationToken.None));
            _problem = null;
        }
        catch (ApiException failure)
        {
            _problem = failure.Code;
        }
    }

    async Task SaveAsync(CannedForm form)
    {
        if (await notices.TryAsync(async () => Put(await client.SaveAsync(form.Id, form.ToRequest(), CancellationToken.None)))) _form = null;
    }

    // Undone rather than confirmed: it is added again as it was.
    async Task DeleteAsync(CannedResponseView response)
    {
        if (!await notices.TryAsync(() => client.DeleteAsync(response.Id, CancellationToken.None))) return;
        answers.Forget();
        _responses?.RemoveAll(other => other.Id == response.Id);
        notices.Say(CannedTexts.Deleted, CannedTexts.Undo, () => SaveAsync(CannedForm.Of(response) with { Id = null }));
    }

    void Put(CannedResponseView saved)
    {
        answers.Forget();
        Show([.. (_responses ?? []).Where(other => other.Id != saved.Id), saved]);
        StateHasChanged();
    }

    void Show(IEnumerable<CannedResponseView> responses) => _responses = [.. responses.OrderBy(response => response.Shortcut, StringComparer.Ordinal)];

    string ChannelName(Guid? id) => id is null
        ? CannedTexts.AllChannels
        : _channels.FirstOrDefault(channel => channel.Id == id)?.Name ?? "";
}
