using Microsoft.AspNetCore.Components.Server.Circuits;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Presence;

namespace SiteAccess.OperatorBlazor.Presence;

/// <summary>
/// An operator is there as long as a circuit of theirs is up: their channels' visitors see that somebody would answer.
/// A page that is reloaded gets a moment to come back before they are told otherwise.
/// </summary>
/// <param name="keeper">Keeps the entries alive.</param>
public sealed class OperatorPresence(PresenceKeeper keeper) : CircuitHandler, IAsyncDisposable
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    readonly Dictionary<Guid, IAsyncDisposable> _held = [];
    readonly string _connection = Guid.NewGuid().ToString("N");
    Guid _operatorId;
    bool _isUp = true;

    /// <summary>Says that the operator is there in a channel.</summary>
    public async Task EnterAsync(Guid operatorId, Guid channelId)
    {
        _operatorId = operatorId;
        if (_held.ContainsKey(channelId)) return;
        _held[channelId] = await keeper.HoldAsync(new PresenceEntry(SenderType.Operator, channelId, operatorId, _connection));
    }

    /// <inheritdoc />
    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_isUp) return;
        _isUp = true;
        foreach (var channelId in _held.Keys.ToList())
            _held[channelId] = await keeper.HoldAsync(new PresenceEntry(SenderType.Operator, channelId, _operatorId, _connection), cancellationToken);
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isUp = false;
        _ = LeaveUnlessBackAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _isUp = false;
        _ = LeaveUnlessBackAsync();
        return ValueTask.CompletedTask;
    }

    async Task LeaveUnlessBackAsync()
    {
        await Task.Delay(Grace);
        if (_isUp) return;
        foreach (var hold in _held.Values) await hold.DisposeAsync();
    }
}
