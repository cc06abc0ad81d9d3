using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.SystemTests.Live;

public class LiveTests(RunningSystem system)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_visitor_sends_reaches_the_operator_and_the_answer_comes_back()
    {
        await using var talk = await Talk.BeginAsync(system, Cancellation);

        var accepted = await talk.VisitorSaysAsync("Hello from the hub", Cancellation);
        await Eventually.SeeAsync(() => talk.Operator.Messages, seen => seen.Any(m => m.Id == accepted.Id), Cancellation);

        var answer = await talk.OperatorSaysAsync("Hello from the desk", Cancellation);
        var seen = await Eventually.SeeAsync(() => talk.Visitor.Messages, list => list.Any(m => m.Id == answer.Id), Cancellation);
        Assert.Equal(accepted.Seq + 1, answer.Seq);
        Assert.Equal(SenderType.Operator, seen[^1].SenderType);
    }

    [Fact]
    public async Task Typing_is_heard_by_the_other_side()
    {
        await using var talk = await Talk.BeginAsync(system, Cancellation);
        var heard = talk.Operator.NextAsync(HubEvents.Typing, Cancellation);
        await talk.Visitor.TellAsync(HubEvents.Typing, new TypingNotice(talk.ConversationId, IsTyping: true), Cancellation);
        Assert.True((await heard).GetProperty("isTyping").GetBoolean());
    }

    [Fact]
    public async Task What_was_missed_is_fetched_by_position()
    {
        await using var talk = await Talk.BeginAsync(system, Cancellation);
        for (var i = 1; i <= 5; i++) await talk.VisitorSaysAsync($"words {i}", Cancellation);

        var page = await talk.Operator.AskAsync<MessagePage>(HubEvents.MessageSince, new MessagesSince(talk.ConversationId, AfterSeq: 2, Limit: 2), Cancellation);
        Assert.Equal([3, 4], page.Messages.Select(m => m.Seq));
        Assert.True(page.HasMore);
        Assert.Equal(5, page.LastSeq);
    }

    [Fact]
    public async Task Many_sends_at_once_are_stored_in_order_without_gaps()
    {
        await using var talk = await Talk.BeginAsync(system, Cancellation);
        var sends = Enumerable.Range(0, 100).Select(i => i % 2 == 0
            ? talk.VisitorSaysAsync($"visitor {i}", Cancellation)
            : talk.OperatorSaysAsync($"operator {i}", Cancellation));
        var accepted = await Task.WhenAll(sends);

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), accepted.Select(a => a.Seq).Order());
        await Eventually.SeeAsync(() => talk.Visitor.Messages.Count, count => count == 100, Cancellation);
        Assert.Equal(accepted.Select(a => a.Id).Order(), talk.Visitor.Messages.Select(m => m.Id).Order());
    }

    [Fact]
    public async Task Reading_is_told_to_the_other_side()
    {
        await using var talk = await Talk.BeginAsync(system, Cancellation);
        var answer = await talk.OperatorSaysAsync("Read me", Cancellation);
        var seen = talk.Operator.NextAsync(HubEvents.MessageSeen, Cancellation);
        await talk.Visitor.TellAsync(HubEvents.MessageRead, new MessagePosition(talk.ConversationId, answer.Seq), Cancellation);
        Assert.Equal(answer.Seq, (await seen).GetProperty("readSeq").GetInt64());
    }

    [Fact]
    public async Task A_strangers_send_is_refused_with_a_code()
    {
        await using var talk = await Talk.BeginAsync(system, Cancellation);
        var stranger = await system.ArriveAsync(Cancellation);
        await using var hub = await HubClient.ConnectAsync(system.Addresses.Realtime, stranger.Token, system.DemoOrigin, Cancellation);

        var refusal = await Assert.ThrowsAsync<HubException>(() => hub.AskAsync<MessageAccepted>(
            HubEvents.MessageSend, new SendToConversation(talk.ConversationId, Guid.NewGuid(), "let me in"), Cancellation));
        Assert.EndsWith("HubException: " + ErrorCodes.ConversationNotFound, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_or_from_another_origin_there_is_no_connection()
    {
        var visitor = await system.ArriveAsync(Cancellation);
        await Assert.ThrowsAnyAsync<Exception>(() => HubClient.ConnectAsync(system.Addresses.Realtime, "rubbish", system.DemoOrigin, Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => HubClient.ConnectAsync(system.Addresses.Realtime, visitor.Token, "https://elsewhere.example", Cancellation));
        await using var allowed = await HubClient.ConnectAsync(system.Addresses.Realtime, visitor.Token, system.DemoOrigin, Cancellation);
    }
}
