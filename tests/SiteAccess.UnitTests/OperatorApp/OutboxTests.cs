using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.OperatorBlazor.Messages;

namespace SiteAccess.UnitTests.OperatorApp;

public sealed class OutboxTests : IDisposable
{
    static readonly Guid Conversation = Guid.NewGuid();
    readonly FakeApi _api = new();
    readonly HttpClient _http;
    readonly ApiReach _reach = new();
    readonly Outbox _outbox;

    public OutboxTests()
    {
        _http = new HttpClient(_api) { BaseAddress = new Uri("http://api") };
        var tokens = new AccessTokens(new SessionsClient(_http), TimeProvider.System);
        _outbox = new Outbox(new MessagesClient(new OperatorApi(_http, tokens, new CurrentOperator(new SomebodySignedIn()), _reach)));
    }

    [Fact]
    public async Task Messages_go_in_the_order_of_writing_and_leave_the_outbox()
    {
        await Task.WhenAll(Write("a"), Write("b"), Write("c"));

        Assert.Equal(["a", "b", "c"], _api.Stored);
        Assert.Empty(_outbox.In(Conversation));
    }

    [Fact]
    public async Task What_was_written_while_Api_was_away_is_kept_and_nothing_overtakes_it()
    {
        _api.Answer = HttpStatusCode.ServiceUnavailable;
        await Write("a");
        Assert.True(_reach.IsAway);
        Assert.Equal(ErrorCodes.ServerUnavailable, Assert.Single(_outbox.In(Conversation)).Problem);

        _api.Answer = HttpStatusCode.Created;
        await Write("b");

        Assert.Equal(["a", "b"], _api.Stored);
        Assert.False(_reach.IsAway);
        Assert.Empty(_outbox.In(Conversation));
    }

    [Fact]
    public async Task A_refused_message_waits_for_its_author_and_lets_others_pass()
    {
        _api.Answer = HttpStatusCode.Conflict;
        await Write("a");
        _api.Answer = HttpStatusCode.Created;

        await Write("b");
        await _outbox.RetryAllAsync();

        Assert.Equal(["b"], _api.Stored);
        Assert.Equal("a", Assert.Single(_outbox.In(Conversation)).Body);
    }

    [Fact]
    public async Task Files_go_with_their_message()
    {
        var file = new AttachmentView(Guid.NewGuid(), "photo.png", "image/png", 5);

        await _outbox.SendAsync(new Outgoing(Conversation, Guid.NewGuid(), "", Samples.Noon, Attachments: [file]));
        await Write("words");

        Assert.Equal([file.Id], _api.Sent[0].AttachmentIds);
        Assert.Null(_api.Sent[1].AttachmentIds);
    }

    [Fact]
    public async Task The_same_message_is_sent_once_however_often_the_browser_offers_it()
    {
        _api.Answer = HttpStatusCode.ServiceUnavailable;
        var message = new Outgoing(Conversation, Guid.NewGuid(), "a", Samples.Noon);
        await _outbox.SendAsync(message);
        await _outbox.SendAsync(message);

        _api.Answer = HttpStatusCode.Created;
        await _outbox.RetryAllAsync();

        Assert.Equal(["a"], _api.Stored);
    }

    public void Dispose()
    {
        _outbox.Dispose();
        _http.Dispose();
        _api.Dispose();
    }

    Task Write(string body) => _outbox.SendAsync(new Outgoing(Conversation, Guid.NewGuid(), body, Samples.Noon));

    sealed class SomebodySignedIn : AuthenticationStateProvider
    {
        readonly ClaimsPrincipal _who = new SignedInOperator(Samples.Me, "Olga", "olga@example.com", OperatorRoles.Operator, "secret").ToPrincipal();

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(_who));
    }

    sealed class FakeApi : HttpMessageHandler
    {
        public List<string> Stored { get; } = [];

        public List<SendMessage> Sent { get; } = [];

        public HttpStatusCode Answer { get; set; } = HttpStatusCode.Created;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/internal/operator-sessions/token")
                return Json(HttpStatusCode.OK, new OperatorAccess(
                    "token", DateTimeOffset.UtcNow.AddMinutes(5), new OperatorView(Samples.Me, "Olga", "olga@example.com", OperatorRoles.Operator)));
            if (Answer != HttpStatusCode.Created) return new HttpResponseMessage(Answer) { Content = new StringContent("not json") };
            var sent = await request.Content!.ReadFromJsonAsync<SendMessage>(WireJson.Options, cancellationToken);
            Sent.Add(sent!);
            Stored.Add(sent!.Body);
            return Json(Answer, Samples.Message(Stored.Count, SenderType.Operator, clientId: sent.ClientMessageId));
        }

        static HttpResponseMessage Json<T>(HttpStatusCode status, T body) => new(status) { Content = JsonContent.Create(body, options: WireJson.Options) };
    }
}
