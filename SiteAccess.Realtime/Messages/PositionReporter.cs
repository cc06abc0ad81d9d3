using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Metrics;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Messages;

/// <summary>
/// Tells Api how far people have got, with natural batching: while one request is under way the next collects. Positions only move
/// forward, so of those that wait for the same person and conversation only the furthest is told, and what the board already has
/// is not told at all. While Api is away they wait.
/// </summary>
sealed class PositionReporter(RealtimeApi api, SeenPositions seen, TimeProvider clock, ILogger<PositionReporter> log) : BackgroundService
{
    const int MostWaiting = 20_000;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Lock _gate = new();
    readonly Dictionary<(Actor, Guid), ReportPosition> _waiting = [];
    readonly SemaphoreSlim _some = new(0, 1);

    public void Report(ReportPosition position)
    {
        lock (_gate)
        {
            var key = (position.Actor, position.ConversationId);
            if (_waiting.TryGetValue(key, out var other))
            {
                _waiting[key] = Furthest(other, position);
            }
            else if (_waiting.Count < MostWaiting)
            {
                _waiting.Add(key, position);
            }

            if (_some.CurrentCount == 0)
            {
                _some.Release();
            }
        }
    }

    public override void Dispose()
    {
        _some.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _some.WaitAsync(stoppingToken);
            while (Take() is { Count: > 0 } batch)
            {
                await TellAsync(batch, stoppingToken);
            }
        }
    }

    List<ReportPosition> Take()
    {
        lock (_gate)
        {
            var batch = _waiting.Take(ReportPositions.MaxItems).ToList();
            batch.ForEach(entry => _waiting.Remove(entry.Key));
            return batch.ConvertAll(entry => entry.Value);
        }
    }

    async Task TellAsync(List<ReportPosition> batch, CancellationToken cancellationToken)
    {
        try
        {
            var known = await seen.OnBoardAsync(batch.Select(position => position.ConversationId), cancellationToken);
            var news = batch.Where(position => !IsKnown(position, known.GetValueOrDefault(position.ConversationId))).ToList();
            if (news.Count > 0)
            {
                await api.ReportAsync(new ReportPositions(news), cancellationToken);
                RealtimeMetrics.NotePositions(news.Count);
            }
        }
        catch (ApiException failure) when (failure.Code == ErrorCodes.ServerUnavailable)
        {
            log.LogDebug(failure, "{Count} positions wait for Api", batch.Count);
            batch.ForEach(Report);
            await Task.Delay(Pause, clock, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The next ones make up for these; the loop lives on for everybody else.
            log.LogWarning(failure, "{Count} positions were not taken", batch.Count);
        }
    }

    static bool IsKnown(ReportPosition position, ConversationSeen? known) =>
        (position.Actor.Kind == SenderType.Visitor ? known?.Visitor : known?.Operators) is { } reached
        && !(position.DeliveredSeq > reached.DeliveredSeq) && !(position.ReadSeq > reached.ReadSeq);

    static ReportPosition Furthest(ReportPosition one, ReportPosition other) => one with
    {
        DeliveredSeq = Max(one.DeliveredSeq, other.DeliveredSeq),
        ReadSeq = Max(one.ReadSeq, other.ReadSeq),
    };

    static long? Max(long? one, long? other) => one > other || other is null ? one : other;
}
