using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis;

/// <summary>Sends to connections of this node directly and to those of others by way of Redis.</summary>
/// <typeparam name="THub">The hub.</typeparam>
public class RedisHubLifetimeManager<THub> : HubLifetimeManager<THub>
    where THub : Hub
{
    readonly Guid _node = Guid.NewGuid();
    readonly LocalConnections _local = new();
    readonly RedisChannels _channels = new(typeof(THub));
    readonly RedisLines _redis;
    readonly IHubProtocolResolver _protocols;
    readonly ILogger _log;
    readonly Lazy<Task> _listening;

    /// <summary>Makes the manager; it connects when the first connection comes.</summary>
    /// <param name="logger">Tells what goes wrong.</param>
    /// <param name="options">Where Redis is.</param>
    /// <param name="hubProtocolResolver">In what messages are written.</param>
    public RedisHubLifetimeManager(
        ILogger<RedisHubLifetimeManager<THub>> logger, IOptions<RedisOptions> options, IHubProtocolResolver hubProtocolResolver)
    {
        (_log, _protocols) = (logger, hubProtocolResolver);
        _redis = new RedisLines(options.Value, logger);
        _listening = new Lazy<Task>(() => _redis.SubscribeAsync(_channels.Nodes, Receive));
    }

    /// <inheritdoc/>
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _local.Add(connection);
        _ = _listening.Value; // not waited for: a node serves its own connections without Redis too
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        foreach (var group in _local.Remove(connection))
        {
            await _redis.UnsubscribeAsync(_channels.Group(group));
        }
    }

    /// <inheritdoc/>
    public override async Task AddToGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        if (_local.Find(connectionId) is not { } connection)
        {
            await TellNodesAsync(Address.JoinGroup, groupName, connectionId, cancellationToken);
        }
        else if (_local.Join(groupName, connection))
        {
            await _redis.SubscribeAsync(_channels.Group(groupName), Receive);
        }
    }

    /// <inheritdoc/>
    public override async Task RemoveFromGroupAsync(
        string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        if (_local.Find(connectionId) is not { } connection)
        {
            await TellNodesAsync(Address.LeaveGroup, groupName, connectionId, cancellationToken);
        }
        else if (_local.Leave(groupName, connection))
        {
            await _redis.UnsubscribeAsync(_channels.Group(groupName));
        }
    }

    /// <inheritdoc/>
    public override Task SendAllAsync(string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendAsync(Address.All, "", methodName, args, [], cancellationToken);

    /// <inheritdoc/>
    public override Task SendAllExceptAsync(
        string methodName, object?[] args, IReadOnlyList<string> excludedConnectionIds, CancellationToken cancellationToken = default) =>
        SendAsync(Address.All, "", methodName, args, excludedConnectionIds, cancellationToken);

    /// <inheritdoc/>
    public override Task SendConnectionAsync(
        string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        _local.Find(connectionId) is { } connection
            ? connection.WriteAsync(new InvocationMessage(methodName, args), cancellationToken).AsTask()
            : SendAsync(Address.Connection, connectionId, methodName, args, [], cancellationToken);

    /// <inheritdoc/>
    public override Task SendConnectionsAsync(
        IReadOnlyList<string> connectionIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Task.WhenAll(connectionIds.Select(id => SendConnectionAsync(id, methodName, args, cancellationToken)));

    /// <inheritdoc/>
    public override Task SendGroupAsync(
        string groupName, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendAsync(Address.Group, groupName, methodName, args, [], cancellationToken);

    /// <inheritdoc/>
    public override Task SendGroupExceptAsync(
        string groupName,
        string methodName,
        object?[] args,
        IReadOnlyList<string> excludedConnectionIds,
        CancellationToken cancellationToken = default) =>
        SendAsync(Address.Group, groupName, methodName, args, excludedConnectionIds, cancellationToken);

    /// <inheritdoc/>
    public override Task SendGroupsAsync(
        IReadOnlyList<string> groupNames, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Task.WhenAll(groupNames.Select(name => SendGroupAsync(name, methodName, args, cancellationToken)));

    /// <inheritdoc/>
    public override Task SendUserAsync(
        string userId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendAsync(Address.User, userId, methodName, args, [], cancellationToken);

    /// <inheritdoc/>
    public override Task SendUsersAsync(
        IReadOnlyList<string> userIds, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        Task.WhenAll(userIds.Select(id => SendUserAsync(id, methodName, args, cancellationToken)));

    async Task SendAsync(
        Address address,
        string target,
        string method,
        object?[] args,
        IReadOnlyList<string> except,
        CancellationToken cancellationToken)
    {
        var message = new InvocationMessage(method, args);
        var forms = _protocols.AllProtocols
            .Select(protocol => new SerializedMessage(protocol.Name, protocol.GetMessageBytes(message)))
            .ToArray();
        var frame = new Frame(_node, address, target, except, forms);
        await _local.SendAsync(frame, cancellationToken);
        await _redis.PublishAsync(address == Address.Group ? _channels.Group(target) : _channels.Nodes, frame, cancellationToken);
    }

    Task TellNodesAsync(Address change, string group, string connectionId, CancellationToken cancellationToken) =>
        _redis.PublishAsync(_channels.Nodes, new Frame(_node, change, group, [connectionId], []), cancellationToken);

    void Receive(Frame frame)
    {
        if (frame.Node == _node)
        {
            return;
        }

        var receiving = frame.Address switch
        {
            Address.JoinGroup when _local.Find(frame.Except[0]) is not null => AddToGroupAsync(frame.Except[0], frame.Target),
            Address.LeaveGroup when _local.Find(frame.Except[0]) is not null => RemoveFromGroupAsync(frame.Except[0], frame.Target),
            Address.JoinGroup or Address.LeaveGroup => Task.CompletedTask,
            _ => _local.SendAsync(frame, CancellationToken.None),
        };
        _ = ObserveAsync(receiving);
    }

    async Task ObserveAsync(Task receiving)
    {
        try
        {
            await receiving;
        }
        catch (Exception failure)
        {
            _log.LogDebug(failure, "A message from another node did not reach a connection");
        }
    }
}
