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

    /// <summary>What came after a position, in rising order, and what was edited or deleted after a revision.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<MessagePage> AfterAsync(Guid conversationId, long seq, long revision, CancellationToken token) =>
        api.ReadAsync<MessagePage>($"{Root(conversationId)}?after={seq}&revision={revision}&limit={MessageRules.MaxPageSize}", token);

    /// <summary>Puts another text in the place of an own message.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<MessageView> EditAsync(Guid conversationId, Guid messageId, EditMessage change, CancellationToken token) =>
        api.WriteAsync<EditMessage, MessageView>(HttpMethod.Patch, $"{Root(conversationId)}/{messageId:D}", change, token);

    /// <summary>Deletes an own message.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<MessageView> DeleteAsync(Guid conversationId, Guid messageId, CancellationToken token) =>
        api.WriteAsync<object, MessageView>(HttpMethod.Delete, $"{Root(conversationId)}/{messageId:D}", new(), token);

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
