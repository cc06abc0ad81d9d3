using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Connections;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.UnitTests.Realtime;

public sealed class BacklogTests
{
    static readonly JsonElement Half = JsonSerializer.SerializeToElement(new string('x', (Backlog.Most / 2) - 1000));
    static readonly JsonElement Small = JsonSerializer.SerializeToElement("hello");

    readonly Wire _wire = new();
    readonly Context _context = new();
    readonly StoppedClock _clock = new();

    HubConnection Connection => field ??= new HubConnection(_context, new Caller(_context.User), _wire, _clock);

    [Fact]
    public void A_reader_may_be_a_megabyte_behind_and_no_more_and_is_told_why()
    {
        Connection.Tell("half", Half);
        Connection.Tell("half", Half);
        Assert.Equal(["half", "half"], _wire.Names);

        Connection.Tell("half", Half);
        Connection.Tell("late", Small);

        Assert.Equal(["half", "half", HubEvents.ConnectionClosing], _wire.Names);
        Assert.Equal(new ConnectionClosing(ErrorCodes.ConnectionTooSlow), _wire.Told.Last().Data);
        Assert.False(_context.IsAborted);
    }

    [Fact]
    public async Task It_is_ended_as_soon_as_it_has_read_the_reason()
    {
        Connection.Close(ErrorCodes.AuthExpired);
        Connection.Close(ErrorCodes.AuthExpired);
        Assert.Single(_wire.Told);
        Assert.False(_context.IsAborted);

        _wire.Drain();
        await Eventually.TrueAsync(() => _context.IsAborted, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_reader_that_reads_nothing_more_is_ended_all_the_same()
    {
        Connection.Close(ErrorCodes.AuthExpired);
        _clock.Pass();
        await Eventually.TrueAsync(() => _context.IsAborted, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_was_read_makes_room_however_much_there_was()
    {
        for (var i = 0; i < 20; i++)
        {
            Connection.Tell("half", Half);
            _wire.Drain();
            await Eventually.TrueAsync(() => Connection.Waiting == 0, TestContext.Current.CancellationToken);
        }

        Assert.Equal(20, _wire.Told.Count);
    }

    [Fact]
    public void Small_events_are_counted_with_what_they_cost_beside_their_payload()
    {
        for (var i = 0; i < Backlog.Most / 100; i++)
        {
            Connection.Tell("small", Small);
        }

        Assert.InRange(_wire.Told.Count, 1000, 5000);
    }

    /// <summary>A wire that takes nothing until it is drained.</summary>
    sealed class Wire : ISingleClientProxy
    {
        readonly List<TaskCompletionSource> _held = [];

        public List<(string Name, object? Data)> Told { get; } = [];

        public IEnumerable<string> Names => Told.Select(told => told.Name);

        public void Drain()
        {
            _held.ForEach(held => held.TrySetResult());
            _held.Clear();
        }

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            Told.Add((method, args[0]));
            var held = new TaskCompletionSource();
            _held.Add(held);
            return held.Task;
        }

        public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    sealed class Context : HubCallerContext
    {
        public override string ConnectionId => "one";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal User { get; } = new(new ClaimsIdentity(
        [
            new(AccessClaims.Subject, Guid.NewGuid().ToString()), new(AccessClaims.Purpose, Purposes.Operator),
        ]));

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => default;

        public bool IsAborted { get; private set; }

        public override void Abort() => IsAborted = true;
    }

    /// <summary>A clock whose timers fire when they are told to.</summary>
    sealed class StoppedClock : TimeProvider
    {
        readonly List<Action> _timers = [];

        public void Pass() => _timers.ForEach(timer => timer());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(() => callback(state));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
