using System.Text;

namespace Aspire.Hosting.Native;

/// <summary>Runs a program to its end.</summary>
static class OneShot
{
    /// <exception cref="DistributedApplicationException">It ended with an error; the message holds what it said.</exception>
    public static async Task RunAsync(Launch launch, CancellationToken cancellationToken)
    {
        var said = new StringBuilder();
        var process = await NativeProcess.StartAsync(launch, (line, _) =>
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        });
        try
        {
            var code = await process.Ended.WaitAsync(cancellationToken);
            if (code != 0)
            {
                throw new DistributedApplicationException($"{Path.GetFileName(launch.Program)} ended with exit code {code}:{Environment.NewLine}{said}");
            }
        }
        finally
        {
            await process.StopAsync();
        }
    }
}
