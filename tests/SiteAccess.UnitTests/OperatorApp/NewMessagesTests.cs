using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Alerts;

namespace SiteAccess.UnitTests.OperatorApp;

public class NewMessagesTests
{
    readonly NewMessages _news = new();

    [Fact]
    public void What_is_there_at_the_first_look_is_not_news() => Assert.Empty(Take(Row(3)));

    [Fact]
    public void The_next_words_of_a_visitor_are_news_once()
    {
        var row = Row(3);
        Take(row);
        Assert.Single(Take(Later(row, 4)));
        Assert.Empty(Take(Later(row, 4)));
    }

    [Fact]
    public void A_new_conversation_is_news_and_an_older_page_is_not()
    {
        Take(Row(3, minute: 10));
        Assert.Single(Take(Row(1, minute: 11)));
        Assert.Empty(Take(Row(7, minute: 5)));
    }

    [Fact]
    public void The_first_conversation_of_all_is_news()
    {
        Take();
        Assert.Single(Take(Row(1)));
    }

    [Fact]
    public void What_operators_say_or_have_read_is_not_news()
    {
        var row = Row(3);
        Take(row);
        Assert.Empty(Take(Later(row, 4, SenderType.Operator)));
        Assert.Empty(Take(Later(row, 5) with { UnreadCount = 0 }));
    }

    [Fact]
    public void What_is_said_to_a_colleague_is_left_to_them()
    {
        var theirs = Row(3) with { AssigneeId = Guid.NewGuid() };
        var mine = Row(3) with { AssigneeId = Samples.Me };
        Take(theirs, mine);
        Assert.Equal(mine.Id, Assert.Single(Take(Later(theirs, 4), Later(mine, 4))).Id);
    }

    List<ConversationSummary> Take(params ConversationSummary[] known) => _news.Take(known, Samples.Me);

    static ConversationSummary Row(long seq, double minute = 0) =>
        Later(Samples.Conversation(minute: minute), seq, minute: minute);

    static ConversationSummary Later(ConversationSummary row, long seq, SenderType sender = SenderType.Visitor, double minute = 20) =>
        row with { LastSeq = seq, UnreadCount = 1, LastMessage = Samples.Message(seq, sender, minute) };
}
