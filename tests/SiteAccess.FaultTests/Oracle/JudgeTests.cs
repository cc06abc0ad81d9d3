using SiteAccess.Contracts.Messages;
using SiteAccess.FaultTests.Load;

namespace SiteAccess.FaultTests.Oracle;

/// <summary>The judge against forged logs: each kind of lie is caught, and the truth is not.</summary>
public class JudgeTests
{
    static readonly Guid Conversation = Guid.NewGuid();

    readonly StoredMessage[] _stored = [Stored(1, "one"), Stored(2, "two"), Stored(3, "three")];

    [Fact]
    public void An_honest_run_is_acquitted() => Assert.Empty(Judge.Try(Honest(), Truth(_stored)));

    [Fact]
    public void An_acknowledged_message_that_is_not_stored_is_found() => AssertFinds("is not stored", Honest(), Truth([_stored[0], _stored[1]], lastSeq: 2));

    [Fact]
    public void A_message_that_is_stored_twice_is_found() =>
        AssertFinds("is stored 2 times", Honest(), Truth([.. _stored, _stored[2] with { Seq = 4, Id = Guid.NewGuid() }]));

    [Fact]
    public void A_hole_in_the_numbers_is_found() => AssertFinds("place 3 is taken by seq 4", Honest(), Truth([_stored[0], _stored[1], _stored[2] with { Seq = 4 }]));

    [Fact]
    public void A_number_given_twice_is_found() => AssertFinds("place 3 is taken by seq 2", Honest(), Truth([_stored[0], _stored[1], _stored[2] with { Seq = 2 }]));

    [Fact]
    public void A_conversation_that_counts_wrongly_is_found() => AssertFinds("says 7 messages, has 3", Honest(), Truth(_stored, lastSeq: 7));

    [Fact]
    public void An_acknowledgement_of_another_place_is_found() =>
        AssertFinds("is stored as seq 3", [Log(_stored, answer => answer with { Seq = answer.Seq == 3 ? 9 : answer.Seq }), Reader(_stored)], Truth(_stored));

    [Fact]
    public void Other_words_than_were_said_are_found() => AssertFinds("with other words", Honest(), Truth([_stored[0], _stored[1], _stored[2] with { Body = "else" }]));

    [Fact]
    public void A_refusal_is_found() => AssertFinds("was refused: message.conflict", [Log(_stored, answer => answer with { Refusal = "message.conflict" }), Reader(_stored)], Truth(_stored));

    [Fact]
    public void A_send_without_an_answer_is_found()
    {
        var log = Log(_stored);
        log.Say(Guid.NewGuid(), "hello?");
        AssertFinds("was never answered", [log], Truth(_stored));
    }

    [Fact]
    public void A_stored_message_that_nobody_was_told_of_is_found() =>
        AssertFinds("acknowledged to nobody", [Log(_stored[..2], shown: _stored), Reader(_stored)], Truth(_stored));

    [Fact]
    public void A_sender_whose_messages_changed_places_is_found() =>
        AssertFinds("not stored in the order", [Log([_stored[1], _stored[0], _stored[2]], shown: _stored)], Truth(_stored));

    [Fact]
    public void A_client_that_misses_the_end_is_found() => AssertFinds("shows 2 of 3 messages", [Log(_stored), Reader(_stored[..2])], Truth(_stored));

    [Fact]
    public void A_client_that_waits_for_a_gap_is_found() => AssertFinds("waits for something", [Log(_stored), Reader([_stored[0], _stored[2]])], Truth(_stored));

    [Fact]
    public void A_client_that_shows_something_else_is_found() =>
        AssertFinds("shows 3 of 3 messages, the first 1 as stored", [Log(_stored), Reader([_stored[0], _stored[1] with { Id = Guid.NewGuid() }, _stored[2]])], Truth(_stored));

    [Fact]
    public void A_client_that_was_told_two_stories_is_found() =>
        AssertFinds("seq 2 was", [Log(_stored), Reader([.. _stored, _stored[1] with { Body = "not two" }])], Truth(_stored));

    static void AssertFinds(string what, IEnumerable<ClientLog> logs, Truth truth) =>
        Assert.Contains(Judge.Try(logs, truth), finding => finding.Contains(what, StringComparison.Ordinal));

    static StoredMessage Stored(long seq, string body) => new(Conversation, seq, Guid.NewGuid(), Guid.NewGuid(), body);

    static Truth Truth(StoredMessage[] messages, long? lastSeq = null) => new(messages, new Dictionary<Guid, long> { [Conversation] = lastSeq ?? messages.Length });

    ClientLog[] Honest() => [Log(_stored), Reader(_stored)];

    // Who said all of it.
    static ClientLog Log(StoredMessage[] said, Func<MessageAnswer, MessageAnswer>? forge = null, StoredMessage[]? shown = null)
    {
        var log = Reader(shown ?? said);
        foreach (var message in said)
        {
            log.Say(message.ClientMessageId, message.Body);
            var answer = new MessageAnswer(message.ClientMessageId, message.Id, message.Seq, null);
            answer = forge?.Invoke(answer) ?? answer;
            if (answer.Refusal is { } code) log.Refuse(answer.ClientMessageId, code);
            else log.Accept(answer.ClientMessageId, new MessageAccepted(answer.Id, answer.Seq, DateTimeOffset.UnixEpoch));
        }

        return log;
    }

    // Who only listened.
    static ClientLog Reader(StoredMessage[] shown)
    {
        var log = new ClientLog("forged", Conversation);
        foreach (var message in shown) log.Timeline.Add(new(message.Seq, message.Id, message.ClientMessageId, message.Body));
        return log;
    }
}
