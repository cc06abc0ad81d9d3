namespace SiteAccess.Contracts.OpenChannel;

/// <summary>The key to one conversation's stream.</summary>
/// <param name="Token">The channel token, a JWT.</param>
/// <param name="ExpiresAt">When it ends, UTC: at most 24 h from now.</param>
/// <param name="Epoch">The system's epoch: a stream that is resumed with another one starts from the beginning.</param>
/// <param name="WebSocketUrl">The WebSocket's whole address, token included.</param>
/// <param name="EventsUrl">The event stream's whole address, token included.</param>
public sealed record ChannelTokenView(string Token, DateTimeOffset ExpiresAt, string Epoch, string WebSocketUrl, string EventsUrl);
