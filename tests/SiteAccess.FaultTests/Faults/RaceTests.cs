using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.FaultTests.Load;
using SiteAccess.FaultTests.Oracle;

namespace SiteAccess.FaultTests.Faults;

/// <summary>One <c>clientMessageId</c>, fifty times at once: by hub over two nodes of Realtime, by REST over two of Api.</summary>
public class RaceTests(FaultedSystem faulted)
{
    const int Racers = 50;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_message_fifty_times_at_once_is_stored_once()
    {
        for (var round = 0; round < Form.Of(3, 20); round++)
        {
            var (answers, stored) = await RaceAsync(_ => "the same words");
            Assert.All(answers, answer => Assert.Null(answer.Refusal));
            Assert.Equal((1, 1L), (stored.Count, stored[0].Seq));
            Assert.All(answers, answer => Assert.Equal((stored[0].Id, 1L), (answer.Id, answer.Seq)));
        }
    }

    [Fact]
    public async Task Of_fifty_with_one_id_and_other_words_one_is_stored_and_the_others_are_refused()
    {
        for (var round = 0; round < Form.Of(3, 20); round++)
        {
            var (answers, stored) = await RaceAsync(racer => $"words of {racer}");
            var winner = Assert.Single(answers, answer => answer.Refusal is null);
            Assert.Equal((winner.Id, 1L), (Assert.Single(stored).Id, stored[0].Seq));
            Assert.All(answers.Where(answer => answer != winner), answer => Assert.Equal(ErrorCodes.MessageConflict, answer.Refusal));
        }
    }

    async Task<(IReadOnlyList<MessageAnswer> Answers, IReadOnlyList<StoredMessage> Stored)> RaceAsync(Func<int, string> words)
    {
        var system = await faulted.RunningAsync();
        using var door = new FrontDoor(system);
        var (visitor, conversationId) = await door.ArriveAsync(Cancellation);
        var token = await visitor.Token(Cancellation);
        var id = Guid.NewGuid();
        var lines = await Task.WhenAll(system.Realtimes.Select(address => HubLine.ConnectAsync(address, token, visitor.Origin, _ => { }, Cancellation)));
        using var http = new HttpClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(racer => (racer % 4) switch
        {
            var way and < 2 => ByHubAsync(lines[way], new SendToConversation(conversationId, id, words(racer))),
            var way => ByRestAsync(http, system.Apis[way - 2], token, visitor.Origin!, conversationId, new SendMessage(id, words(racer))),
        }));
        foreach (var line in lines) await line.DisposeAsync();
        await using var ledger = Ledger.Open(await system.DatabaseAsync(Cancellation));
        return (answers, (await ledger.ReadAsync([conversationId], Cancellation)).Messages);
    }

    static async Task<MessageAnswer> ByHubAsync(HubLine line, SendToConversation request)
    {
        try
        {
            var accepted = await line.AskAsync<MessageAccepted>(HubEvents.MessageSend, request, Patience, Cancellation);
            return new MessageAnswer(request.ClientMessageId, accepted.Id, accepted.Seq, null);
        }
        catch (HubException refusal)
        {
            return new MessageAnswer(request.ClientMessageId, Guid.Empty, 0, HubLine.CodeOf(refusal));
        }
    }

    static async Task<MessageAnswer> ByRestAsync(HttpClient http, Uri api, string token, string origin, Guid conversationId, SendMessage message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, $"/api/v1/widget/conversations/{conversationId}/messages"));
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Origin", origin);
        request.Content = JsonContent.Create(message, options: WireJson.Options);
        using var answer = await http.SendAsync(request, Cancellation);
        if (answer.IsSuccessStatusCode)
        {
            var stored = await answer.Content.ReadFromJsonAsync<MessageView>(WireJson.Options, Cancellation);
            return new MessageAnswer(message.ClientMessageId, stored!.Id, stored.Seq, null);
        }

        var problem = await answer.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return new MessageAnswer(message.ClientMessageId, Guid.Empty, 0, problem!.Code);
    }
}
