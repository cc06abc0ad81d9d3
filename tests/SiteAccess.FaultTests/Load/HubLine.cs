using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Testing.Hub;

namespace SiteAccess.FaultTests.Load;

/// <summary>One connection to the hub, from its handshake to its end.</summary>
sealed class HubLine : IAsyncDisposable
{
    static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    readonly HubConnection _connection;
    readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _asking;

    HubLine(HubConnection connection)
    {
        _connection = connection;
        connection.Closed += _ =>
        {
            _left.TrySetResult();
            return Task.CompletedTask;
        };
        connection.On<object>(HubEvents.ServerMoving, _ => _left.TrySetResult());
        connection.On(HubEvents.ServerMoving, () => _left.TrySetResult());
    }

    /// <summary>Ends when the connection has, and when the server asked to move.</summary>
    public Task WhenLeft => _left.Task;

    /// <summary>Whether it still carries.</summary>
    public bool IsOpen => _connection.State == HubConnectionState.Connected;

    public static async Task<HubLine> ConnectAsync(Uri realtime, string token, string? origin, Action<MessageView> hear, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(ConnectLimit);
        var address = new UriBuilder(new Uri(realtime, HubEvents.Path)) { Scheme = "ws", Query = $"access_token={token}" };
        var builder = new HubConnectionBuilder().AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address.Uri));
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnectionFactory(origin));
        var connection = builder.Build();
        var line = new HubLine(connection);
        connection.On(HubEvents.MessageReceived, hear);
        try
        {
            await connection.StartAsync(limit.Token);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a method; a refusal is a <see cref="HubException"/>, no answer in time a <see cref="OperationCanceledException"/>.</summary>
    public Task<T> AskAsync<T>(string method, object argument, TimeSpan patience, CancellationToken cancellation) =>
        CountAsync(limit => _connection.InvokeAsync<T>(method, argument, limit), patience, cancellation);

    /// <summary>Calls a method that answers nothing.</summary>
    public Task TellAsync(string method, object argument, TimeSpan patience, CancellationToken cancellation) =>
        CountAsync(
            async limit =>
            {
                await _connection.InvokeAsync(method, argument, limit);
                return true;
            },
            patience,
            cancellation);

    /// <summary>Ends when nothing that was asked here waits for its answer any more.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        while (IsOpen && Volatile.Read(ref _asking) > 0 && !cancellation.IsCancellationRequested)
            await Task.Delay(Glance, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The code of a refusal: what follows <c>HubException: </c> (docs/protocol.md).</summary>
    public static string CodeOf(HubException refusal)
    {
        const string Mark = "HubException: ";
        var at = refusal.Message.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? refusal.Message : refusal.Message[(at + Mark.Length)..];
    }

    async Task<T> CountAsync<T>(Func<CancellationToken, Task<T>> ask, TimeSpan patience, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        Interlocked.Increment(ref _asking);
        try
        {
            return await ask(limit.Token);
        }
        finally
        {
            Interlocked.Decrement(ref _asking);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left.TrySetResult();
        await _connection.DisposeAsync();
    }
}
