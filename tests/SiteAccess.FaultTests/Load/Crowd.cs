using SiteAccess.Testing.Nodes;

namespace SiteAccess.FaultTests.Load;

/// <summary>Pairs of a visitor and an operator, each in a conversation of their own, on both nodes of Realtime.</summary>
sealed class Crowd : IAsyncDisposable
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    readonly FrontDoor _door;
    readonly List<Credentials> _visitors = [];
    readonly Random _random;
    readonly TimeSpan _checkEvery;
    CancellationTokenSource _talk = new();
    Task _talking = Task.CompletedTask;
    int _words;

    Crowd(FrontDoor door, int seed, TimeSpan checkEvery) => (_door, _random, _checkEvery) = (door, new Random(seed), checkEvery);

    /// <summary>How often clients ask whether they missed something, unless a test wants to see what comes without asking.</summary>
    public static TimeSpan Often { get; } = TimeSpan.FromSeconds(3);

    /// <summary>So seldom that nothing in a test comes from it.</summary>
    public static TimeSpan Never { get; } = TimeSpan.FromHours(1);

    public List<ChatClient> Clients { get; } = [];

    public IReadOnlyList<ClientLog> Logs => [.. Clients.Select(client => client.Log)];

    /// <summary>Sends that were repeated, of all clients.</summary>
    public int Repeats => Clients.Sum(client => client.Log.Repeats);

    /// <summary>Brings pairs in and returns when all are connected.</summary>
    public static async Task<Crowd> GatherAsync(TwoNodeSystem system, int pairs, int seed, TimeSpan checkEvery, CancellationToken cancellation)
    {
        var crowd = new Crowd(new FrontDoor(system), seed, checkEvery);
        for (var i = 0; i < pairs; i++)
        {
            var (visitor, conversationId) = await crowd._door.ArriveAsync(cancellation);
            crowd._visitors.Add(visitor);
            crowd.Add(new ChatClient($"visitor {i}", conversationId, visitor, system.Realtimes, seed + i, checkEvery));
            crowd.Add(new ChatClient($"operator {i}", conversationId, crowd._door.Operator, system.Realtimes, seed + i + 1, checkEvery));
        }

        await Until.TrueAsync(() => crowd.Clients.TrueForAll(client => client.IsUp), () => "Not all clients are connected: " + crowd.LastEvents(), cancellation);
        return crowd;
    }

    /// <summary>Opens a second tab of the first visitor, at an address of its own.</summary>
    public async Task<ChatClient> AddTabAsync(Uri realtime, CancellationToken cancellation)
    {
        var tab = new ChatClient("second tab", Clients[0].Log.ConversationId, _visitors[0], [realtime], seed: 0, _checkEvery);
        Add(tab);
        await Until.TrueAsync(() => tab.IsUp, () => "The second tab is not connected: " + LastEvents(), cancellation);
        return tab;
    }

    /// <summary>Lets everybody talk, in turn as chance has it, at a fixed rate whatever the answers take.</summary>
    /// <param name="rate">Messages per second of all together.</param>
    public void Talk(int rate) => _talking = TalkAsync(rate, _talk.Token);

    /// <summary>Nobody begins to say anything more; what was said is still sent.</summary>
    public async Task HushAsync()
    {
        await _talk.CancelAsync();
        await _talking;
        _talk.Dispose();
        _talk = new CancellationTokenSource();
    }

    /// <summary>Everybody says one thing.</summary>
    public void SayOnce()
    {
        foreach (var client in Clients) client.Say($"{client.Log.Client} says {++_words}");
    }

    /// <summary>The last thing that happened to each client.</summary>
    public string LastEvents() => string.Join("; ", Clients.Select(client => client.Log.Events.LastOrDefault($"{client.Log.Client}: nothing")));

    public async ValueTask DisposeAsync()
    {
        await HushAsync();
        await Task.WhenAll(Clients.Select(client => client.DisposeAsync().AsTask()));
        _door.Dispose();
        _talk.Dispose();
    }

    void Add(ChatClient client)
    {
        Clients.Add(client);
        client.Start();
    }

    async Task TalkAsync(int rate, CancellationToken hushed)
    {
        var talkers = Clients.ToList();
        using var timer = new PeriodicTimer(Tick);
        var begin = System.Diagnostics.Stopwatch.GetTimestamp();
        try
        {
            for (var said = 0; await timer.WaitForNextTickAsync(hushed);)
            {
                for (var due = System.Diagnostics.Stopwatch.GetElapsedTime(begin).TotalSeconds * rate; said < due; said++)
                {
                    var client = talkers[_random.Next(talkers.Count)];
                    client.Say($"{client.Log.Client} says {++_words}: {new string('ы', _random.Next(1, 100))}");
                }
            }
        }
        catch (OperationCanceledException) when (hushed.IsCancellationRequested)
        {
            // Hushed: that is how it ends.
            return;
        }
    }
}
