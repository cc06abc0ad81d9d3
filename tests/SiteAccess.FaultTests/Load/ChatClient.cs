using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.FaultTests.Load;

/// <summary>
/// A client as docs/protocol.md wants it: keeps its position, resumes on connect, on a gap and now and then, connects again
/// with jitter at the other address, moves when it is asked to, and repeats each send until it is answered.
/// </summary>
sealed class ChatClient : IAsyncDisposable
{
    static readonly TimeSpan GapPatience = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);
    static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _ended = new();
    readonly Random _random;
    readonly Credentials _credentials;
    readonly IReadOnlyList<Uri> _realtimes;
    readonly TimeSpan _checkEvery;
    readonly Outbox _outbox;
    readonly Lock _lock = new();
    TaskCompletionSource<HubLine> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task _work = Task.CompletedTask;
    string? _epoch;
    int _address;
    int _isMindingGap;
    int _isUp;

    public ChatClient(string name, Guid conversationId, Credentials credentials, IReadOnlyList<Uri> realtimes, int seed, TimeSpan checkEvery)
    {
        (_credentials, _realtimes, _checkEvery, _random, _address) = (credentials, realtimes, checkEvery, new Random(seed), seed);
        Log = new ClientLog(name, conversationId);
        _outbox = new Outbox(Log, LineAsync, new Random(seed + 1));
    }

    public ClientLog Log { get; }

    /// <summary>Whether it is connected and has asked for what it missed since.</summary>
    public bool IsUp => Volatile.Read(ref _isUp) == 1;

    /// <summary>Sends that have no answer yet.</summary>
    public int Pending => _outbox.Pending;

    public void Start() => _work = Task.WhenAll(KeepConnectedAsync(), _outbox.RunAsync(_ended.Token));

    /// <summary>Says something: it is sent when all that was said before is stored.</summary>
    public void Say(string body) => _outbox.Add(body);

    /// <summary>The connection, as soon as there is one.</summary>
    public Task<HubLine> LineAsync(CancellationToken cancellation)
    {
        lock (_lock) return _line.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _work;
        _ended.Dispose();
    }

    async Task KeepConnectedAsync()
    {
        HubLine? last = null;
        for (var failures = 0; !_ended.IsCancellationRequested;)
        {
            try
            {
                var line = await ConnectAsync();
                failures = 0;
                Use(line);
                await RetireAsync(last);
                last = line;
                await StayAsync(line);
                Log.Note(line.IsOpen ? "is asked to move" : "lost its connection");
            }
            catch (Exception failure) when (IsPassing(failure))
            {
                failures++;
                Log.Note($"is not connected: {failure.GetType().Name} {failure.Message}");
                await RetireAsync(last);
            }

            Volatile.Write(ref _isUp, 0);
            if (last is { IsOpen: false }) Drop(last);
            await PauseAsync(failures);
        }

        await RetireAsync(last);
    }

    // Left only when it has answered what it was asked: a send that was on its way is not in vain.
    async Task RetireAsync(HubLine? line)
    {
        if (line is null) return;
        await line.FinishAsync(_ended.Token);
        await line.DisposeAsync();
    }

    async Task<HubLine> ConnectAsync()
    {
        // The other address each time: one of them may be the reason.
        var realtime = _realtimes[(_address++ & int.MaxValue) % _realtimes.Count];
        var token = await _credentials.Token(_ended.Token);
        return await HubLine.ConnectAsync(realtime, token, _credentials.Origin, Hear, _ended.Token);
    }

    // Until the connection has ended or should be left. A question now and then finds out what it dropped, and whether it lives:
    // "not now" is an answer, silence ends it.
    async Task StayAsync(HubLine line)
    {
        var hasJoined = !_credentials.IsOperator;
        while (!line.WhenLeft.IsCompleted)
        {
            try
            {
                if (!hasJoined) await line.TellAsync(HubEvents.ConversationJoin, new ConversationRef(Log.ConversationId), AnswerWithin, _ended.Token);
                hasJoined = true;
                await ResumeAsync(line);
                Volatile.Write(ref _isUp, 1);
            }
            catch (HubException refusal)
            {
                Volatile.Write(ref _isUp, 0);
                Log.Note($"could not resume: {HubLine.CodeOf(refusal)}");
            }

            var pause = (IsUp ? _checkEvery : AskAgain) * (0.8 + (0.4 * NextDouble()));
            await Task.WhenAny(line.WhenLeft, Task.Delay(pause, _ended.Token));
        }
    }

    async Task ResumeAsync(HubLine line)
    {
        MessagePage page;
        do
        {
            var since = new MessagesSince(Log.ConversationId, Log.Timeline.LastSeq, MessageRules.MaxPageSize);
            page = await line.AskAsync<MessagePage>(HubEvents.MessageSince, since, AnswerWithin, _ended.Token);
            if ((_epoch ??= page.Epoch) != page.Epoch || page.LastSeq < since.AfterSeq)
            {
                Log.Note($"loads again: epoch {page.Epoch}, position {page.LastSeq} after {since.AfterSeq}");
                _epoch = page.Epoch;
                Log.Timeline.Clear();
                continue;
            }

            foreach (var message in page.Messages) Log.Timeline.Add(Delivery.Of(message));
        }
        while (page.HasMore || Log.Timeline.LastSeq < page.LastSeq);
    }

    void Hear(MessageView message)
    {
        if (message.ConversationId != Log.ConversationId) return;
        Log.Timeline.Add(Delivery.Of(message));
        if (Log.Timeline.HasGap && Interlocked.Exchange(ref _isMindingGap, 1) == 0) _ = MindGapAsync();
    }

    async Task MindGapAsync()
    {
        try
        {
            await Task.Delay(GapPatience, _ended.Token);
            if (Log.Timeline.HasGap) await ResumeAsync(await LineAsync(_ended.Token));
        }
        catch (Exception failure) when (IsPassing(failure))
        {
            // The next question, now and then, repairs it.
            Log.Note($"could not fill a gap: {failure.Message}");
        }
        finally
        {
            Volatile.Write(ref _isMindingGap, 0);
        }
    }

    void Use(HubLine line)
    {
        lock (_lock)
        {
            if (_line.Task.IsCompleted) _line = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _line.SetResult(line);
        }
    }

    void Drop(HubLine line)
    {
        lock (_lock)
        {
            if (_line.Task.IsCompletedSuccessfully && _line.Task.Result == line) _line = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    // Doubling from a quarter of a second to 4 s, half of it by chance, so that a crowd does not come back in step.
    async Task PauseAsync(int failures)
    {
        var most = Math.Min(4_000, 250 << Math.Min(failures, 4));
        await Task.Delay(TimeSpan.FromMilliseconds((most / 2) + (NextDouble() * most / 2)), _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    double NextDouble()
    {
        lock (_random) return _random.NextDouble();
    }

    static bool IsPassing(Exception failure) =>
        failure is HubException or OperationCanceledException or IOException or InvalidOperationException or HttpRequestException
            or System.Net.WebSockets.WebSocketException or System.Net.Sockets.SocketException or TimeoutException;
}
