using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Messages;

namespace SiteAccess.UnitTests.OperatorApp;

public class MessageLogTests
{
    [Fact]
    public void Messages_that_come_in_any_order_and_twice_are_there_once_and_in_order()
    {
        var random = new Random(2026);
        for (var round = 0; round < 200; round++)
        {
            var messages = Enumerable.Range(1, random.Next(1, 40)).Select(seq => Samples.Message(seq)).ToArray();
            MessageView[] arrivals = [.. messages, .. messages];
            random.Shuffle(arrivals);
            var log = new MessageLog();

            var news = arrivals.Count(log.Add);

            Assert.Equal(messages.Length, news);
            Assert.Equal(messages, log.Messages);
            Assert.False(log.HasGap);
            Assert.Equal(messages.Length, log.WholeUpTo);
        }
    }

    [Fact]
    public void A_gap_is_known_and_a_catch_up_starts_before_it()
    {
        var log = new MessageLog();
        foreach (var seq in (long[])[5, 6, 9, 12]) log.Add(Samples.Message(seq));

        Assert.True(log.HasGap);
        Assert.Equal(6, log.WholeUpTo);
        Assert.True(log.HasOlder);

        foreach (var seq in (long[])[7, 8, 10, 11]) log.Add(Samples.Message(seq));
        Assert.False(log.HasGap);
        Assert.Equal(12, log.WholeUpTo);
    }

    [Fact]
    public void A_changed_message_takes_its_place_and_that_in_what_quotes_it()
    {
        var log = new MessageLog();
        var (question, answer) = (Samples.Message(1), Samples.Message(2));
        log.Add(question);
        log.Add(answer with { ReplyTo = MessageLog.Quote(question) });

        log.Change(question with { Body = "", DeletedAt = Samples.Noon });
        log.Change(Samples.Message(7));

        Assert.Equal(["", answer.Body], log.Messages.Select(message => message.Body));
        Assert.Equal(("", true), (log.Messages[1].ReplyTo!.Body, log.Messages[1].ReplyTo!.IsDeleted));
    }

    [Fact]
    public void An_empty_log_has_nothing_missing()
    {
        var log = new MessageLog();
        Assert.False(log.HasGap);
        Assert.False(log.HasOlder);
        Assert.Equal(0, log.WholeUpTo);
    }
}
