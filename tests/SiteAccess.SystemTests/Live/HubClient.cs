using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Testing.Hub;

namespace SiteAccess.SystemTests.Live;

/// <summary>A party on the hub, as the .NET SignalR client speaks it: an implementation that is not ours.</summary>
sealed class HubClient : IAsyncDisposable
{
    readonly HubConnection _connection;
    readonly ConcurrentQueue<MessageView> _messages = new();

    HubClient(HubConnection connection) => _connection = connection;

    /// <summary>Messages in the order in which they came.</summary>
    public IReadOnlyList<MessageView> Messages => [.. _messages];

    public static async Task<HubClient> ConnectAsync(Uri realtime, string token, string? origin, CancellationToken cancellation)
    {
        var address = new UriBuilder(new Uri(realtime, HubEvents.Path)) { Scheme = realtime.Scheme == "https" ? "wss" : "ws", Query = $"access_token={token}" };
        var builder = new HubConnectionBuilder().AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        builder.Services.AddSingleton<System.Net.EndPoint>(new UriEndPoint(address.Uri));
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnectionFactory(origin));
        var connection = builder.Build();
        var client = new HubClient(connection);
        connection.On<MessageView>(HubEvents.MessageReceived, client._messages.Enqueue);
        await connection.StartAsync(cancellation);
        return client;
    }

    public Task<T> AskAsync<T>(string method, object argument, CancellationToken cancellation) =>
        _connection.InvokeAsync<T>(method, argument, cancellation);

    public Task TellAsync(string method, object argument, CancellationToken cancellation) =>
        _connection.InvokeAsync(method, argument, cancellation);

    /// <summary>The first event of this name from now on; subscribe before you cause it.</summary>
    public Task<JsonElement> NextAsync(string name, CancellationToken cancellation)
    {
        var heard = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = _connection.On<JsonElement>(name, data => heard.TrySetResult(data));
        return WaitAsync();

        async Task<JsonElement> WaitAsync()
        {
            using (listening) return await heard.Task.WaitAsync(cancellation);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

}
