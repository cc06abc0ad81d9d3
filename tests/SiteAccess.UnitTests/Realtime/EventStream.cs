using System.Collections.Concurrent;
using System.Text.Json;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>A plain client of the open channel's event stream.</summary>
sealed class EventStream : IAsyncDisposable
{
    readonly HttpClient _http = new();
    readonly CancellationTokenSource _over = new();
    HttpResponseMessage? _answer;
    Task _reading = Task.CompletedTask;

    public ConcurrentQueue<string> Lines { get; } = [];

    public HttpResponseMessage Answer => _answer!;

    /// <summary>The ids and the frames that go with them.</summary>
    public IEnumerable<(string Id, JsonElement Frame)> Events => Lines.Zip(Lines.Skip(1))
        .Where(pair => pair.First.StartsWith("id: ", StringComparison.Ordinal))
        .Select(pair => (pair.First["id: ".Length..], JsonElement.Parse(pair.Second["data: ".Length..])));

    public static async Task<EventStream> OpenAsync(Uri address, string? origin = null, string? lastEventId = null)
    {
        var stream = new EventStream();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        stream._answer = await stream._http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        if (stream._answer.IsSuccessStatusCode)
        {
            stream._reading = stream.ReadAsync();
        }

        return stream;
    }

    public Task HearsAsync(Func<(string Id, JsonElement Frame), bool> which) =>
        Eventually.TrueAsync(() => Events.Any(which), TestContext.Current.CancellationToken);

    public Task EndsAsync() => _reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _reading;
        _answer?.Dispose();
        _http.Dispose();
        _over.Dispose();
    }

    async Task ReadAsync()
    {
        using var reader = new StreamReader(await Answer.Content.ReadAsStreamAsync(CancellationToken.None));
        try
        {
            while (await reader.ReadLineAsync(_over.Token) is { } line)
            {
                Lines.Enqueue(line);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The test, or the other side, has ended it.
        }
    }
}
