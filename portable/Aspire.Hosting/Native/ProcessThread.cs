using System.Collections.Concurrent;

namespace Aspire.Hosting.Native;

/// <summary>
/// The one thread that starts all processes. "Die with your parent" means, to the kernel, the thread that made the process:
/// a thread of the pool may go away at any time and would take its processes with it.
/// </summary>
static class ProcessThread
{
    static readonly BlockingCollection<Action> Work = [];

    static ProcessThread() => new Thread(Run) { IsBackground = true, Name = "Start of processes" }.Start();

    public static Task<T> RunAsync<T>(Func<T> start)
    {
        var started = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                started.SetResult(start());
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    static void Run()
    {
        foreach (var action in Work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
