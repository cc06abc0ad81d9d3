namespace SiteAccess.SystemTests.Browser;

/// <summary>A visitor who writes without a screen, so that a test of the operators' desk has somebody to hear from.</summary>
sealed class Caller : IDisposable
{
    readonly HttpClient _api;

    Caller(HttpClient api, Guid conversationId, string mark) => (_api, ConversationId, Mark) = (api, conversationId, mark);

    public Guid ConversationId { get; }

    /// <summary>What Api's made-up name of a visitor ends with.</summary>
    public string Mark { get; }

    public static async Task<Caller> WriteAsync(RunningSystem system, string words, CancellationToken cancellation)
    {
        var session = await system.ArriveAsync(cancellation);
        var api = system.Api(session.Token, system.DemoOrigin);
        var conversation = await api.BeginAsync(cancellation);
        var caller = new Caller(api, conversation.Id, session.VisitorId.ToString("N")[^4..].ToUpperInvariant());
        await caller.SayAsync(words, cancellation);
        return caller;
    }

    public Task SayAsync(string words, CancellationToken cancellation) => _api.SayAsync(ConversationId, words, cancellation);

    public void Dispose() => _api.Dispose();
}
