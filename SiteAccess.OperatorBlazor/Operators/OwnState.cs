using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Presence;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.OperatorBlazor.Operators;

/// <summary>
/// Whether the operator of this circuit takes conversations, by their own word. Api keeps it; the circuit sees to it that the presence
/// board, which may have lost it, says the same.
/// </summary>
/// <param name="operators">Api.</param>
/// <param name="board">The board of who is there.</param>
public sealed class OwnState(OperatorsClient operators, PresenceBoard board)
{
    int _changes;

    /// <summary>Raised when <see cref="State"/> changes.</summary>
    public event Action? Changed;

    /// <summary>The operator's word.</summary>
    public OperatorState State { get; private set; }

    /// <summary>Says it to everybody.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task SayAsync(OperatorState state)
    {
        _changes++;
        Note((await operators.SayAsync(state, CancellationToken.None)).State);
    }

    /// <summary>Reads it from Api, and puts it on the board where it is not there. While Redis is away the board is left for later.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task RefreshAsync(IReadOnlyList<ChannelSummary> channels, CancellationToken token)
    {
        var changes = ++_changes;
        var me = await operators.GetMeAsync(token);
        if (changes != _changes) return; // Another word was said meanwhile.
        Note(me.State);
        try
        {
            await board.SetStateAsync(me.Id, [.. channels.Select(channel => channel.Id)], me.State, token);
        }
        catch (RedisUnavailableException)
        {
            // Visitors see what the board said last; the next check says it again.
        }
    }

    /// <summary>Takes what was said in another window.</summary>
    public void Take(PresenceView person, Guid me)
    {
        if (person.Id == me && person.State is { } state) Note(state);
    }

    void Note(OperatorState state)
    {
        if (State == state) return;
        State = state;
        Changed?.Invoke();
    }
}
