using System.Globalization;
using System.Net;
using SiteAccess.Load.Measures;
using SiteAccess.Load.Pairs;
using SiteAccess.Load.Systems;
using SiteAccess.Load.Wire;

namespace SiteAccess.Load.Idle;

/// <summary>What connections that only wait have cost.</summary>
sealed record IdleReport(string Label, int Connections, double RssBeforeMegabytes, double RssMegabytes, double RssKibibytesEach, double KernelKibibytesEach, int Ended)
{
    public bool IsFailed => Ended > 0;

    public string Human() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Label}: RSS {RssBeforeMegabytes:0} -> {RssMegabytes:0} MB, {RssKibibytesEach:0.0} KiB each; kernel {KernelKibibytesEach:0.0} KiB each for both ends; {Ended} ended");
}

/// <summary>Opens connections, joins each to a conversation of its own, lets them wait, and looks at the memory.</summary>
sealed class IdleRun(ChatSystem chat, SystemFile system, LoadOptions options) : IHearing
{
    // The first ones make a server load its code and fill its pools; they are not counted.
    const int First = 200;
    const int AtOnce = 16;
    const int ReceiveBuffer = 1024;

    // A source address has some 28,000 ports towards one server.
    const int ConnectionsPerSource = 20_000;

    static readonly TimeSpan Rest = TimeSpan.FromSeconds(12);
    static readonly TimeSpan BeatPeriod = TimeSpan.FromSeconds(10);

    readonly List<ChatWire> _wires = [];
    readonly Lock _gate = new();
    int _ended;

    public async Task<IdleReport> RunAsync(CancellationToken cancellation)
    {
        using var beats = new Timer(_ => Beat(), state: null, BeatPeriod, BeatPeriod);
        await OpenAsync(First, cancellation);
        await Task.Delay(Rest, cancellation);
        var (rssBefore, kernelBefore) = (Rss(), KernelMemory.Kibibytes());
        await OpenAsync(options.Pairs, cancellation);
        await Task.Delay(Rest, cancellation);
        var (rss, kernel) = (Rss(), KernelMemory.Kibibytes());
        return new IdleReport(
            options.Label,
            options.Pairs,
            Math.Round(rssBefore, 1),
            Math.Round(rss, 1),
            Math.Round((rss - rssBefore) * 1024 / options.Pairs, 2),
            Math.Round((kernel - kernelBefore) / options.Pairs, 2),
            _ended);
    }

    public void Acknowledged(int number, long seq)
    {
    }

    public void Refused(int number, string error)
    {
    }

    public void Received(MessageMark mark, long seq)
    {
    }

    public void Ended() => Interlocked.Increment(ref _ended);

    Task OpenAsync(int count, CancellationToken cancellation) => Parallel.ForAsync(
        0,
        count,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (i, aborted) => await OpenOneAsync(i, aborted));

    async Task OpenOneAsync(int number, CancellationToken cancellation)
    {
        var (conversationId, target) = await chat.ArriveAsync(cancellation);
        var source = new IPAddress([127, 0, 0, (byte)(2 + (number / ConnectionsPerSource))]);
        var wire = chat.Speak(await WebSocketLink.ConnectAsync(system.AllRealtimes[0], target, source, ReceiveBuffer, cancellation), Pair.VisitorSide);
        wire.Hearing = this;
        wire.Open();
        await wire.JoinAsync(conversationId);
        lock (_gate)
        {
            _wires.Add(wire);
        }
    }

    void Beat()
    {
        ChatWire[] wires;
        lock (_gate)
        {
            wires = [.. _wires];
        }

        foreach (var wire in wires)
        {
            wire.Beat();
        }
    }

    double Rss() => Usage.Of(system.Processes)[options.Watch].RssMegabytes;
}
