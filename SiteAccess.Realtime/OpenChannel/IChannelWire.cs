namespace SiteAccess.Realtime.OpenChannel;

/// <summary>What takes frames to a client.</summary>
interface IChannelWire
{
    /// <summary>Sends a frame; done when it has left, or when the transport has room for it.</summary>
    Task SendAsync(OutgoingFrame frame, CancellationToken cancellationToken);

    /// <summary>Says why it ends, in the wire's own way.</summary>
    /// <param name="code">One of <see cref="Contracts.Errors.ErrorCodes"/> or server:moving; null when the client wanted it.</param>
    /// <param name="cancellationToken">Ends the saying.</param>
    Task EndAsync(string? code, CancellationToken cancellationToken);
}
