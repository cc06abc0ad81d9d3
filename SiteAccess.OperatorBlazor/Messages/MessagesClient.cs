using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>Messages at Api, as the operator of this circuit sees and writes them.</summary>
/// <param name="api">Api.</param>
public sealed class MessagesClient(OperatorApi api)
{
    /// <summary>What came before a position, in rising order.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<MessagePage> BeforeAsync(Guid conversationId, long seq, CancellationToken token) =>
        api.ReadAsync<MessagePage>($"{Root(conversationId)}?before={seq}&limit={MessageRules.DefaultPageSize}", token);

    /// <summary>What came after a position, in rising order.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<MessagePage> AfterAsync(Guid conversationId, long seq, CancellationToken token) =>
        api.ReadAsync<MessagePage>($"{Root(conversationId)}?after={seq}&limit={MessageRules.MaxPageSize}", token);

    /// <summary>Stores a message; the same <see cref="SendMessage.ClientMessageId"/> again answers what was stored first.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<MessageView> SendAsync(Guid conversationId, SendMessage message, CancellationToken token) =>
        api.WriteAsync<SendMessage, MessageView>(HttpMethod.Post, Root(conversationId), message, token);

    /// <summary>Reads up to a position.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task MarkReadAsync(Guid conversationId, long seq, CancellationToken token) =>
        api.TellAsync($"/api/v1/conversations/{conversationId:D}/read", new MarkRead(seq), token);

    static string Root(Guid conversationId) => $"/api/v1/conversations/{conversationId:D}/messages";
}
