using System.Diagnostics;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Realtime.Messages;

/// <summary>A send that waits for its answer.</summary>
sealed class PendingSend(SendItem item)
{
    readonly TaskCompletionSource<SendAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SendItem Item => item;

    public Task<SendAnswer> Answer => _answer.Task;

    /// <summary>The trace that the send belongs to.</summary>
    public ActivityContext Trace => SiteAccessTelemetry.Parse(item.TraceParent);

    /// <summary>Whoever sent it has gone or has given up.</summary>
    public bool IsAbandoned { get; set; }

    public void Settle(SendAnswer result) => _answer.TrySetResult(result);
}
