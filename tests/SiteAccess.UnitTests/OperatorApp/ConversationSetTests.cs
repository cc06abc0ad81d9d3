using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Conversations;

namespace SiteAccess.UnitTests.OperatorApp;

public class ConversationSetTests
{
    static readonly InboxFilter Everything = new(InboxView.All);
    readonly ConversationSet _set = new();

    [Fact]
    public void A_note_is_no_answer_and_calls_whom_it_names()
    {
        var row = Samples.Conversation(unread: 1) with { WaitingSince = Samples.Noon, MentionIds = [Samples.Me] };
        _set.Put(row);
        var note = Samples.Message(2, SenderType.Operator, 1, row.Id) with { Kind = MessageKind.Note };

        _set.Put(note);
        _set.Change(note with { Body = "", DeletedAt = Samples.Noon });

        var known = _set.Find(row.Id)!;
        Assert.Equal((Samples.Noon, 1, 2L, ""), (known.WaitingSince, known.UnreadCount, known.LastSeq, known.LastMessage!.Body));
        Assert.Single(_set.In(new InboxFilter(InboxView.Mentions), Samples.Me, DateTimeOffset.MinValue));
        Assert.Empty(_set.In(new InboxFilter(InboxView.Mentions), Guid.NewGuid(), DateTimeOffset.MinValue));
    }

    [Fact]
    public void A_visitors_message_moves_the_row_up_and_counts_as_unread()
    {
        var (first, second) = (Samples.Conversation(minute: 5), Samples.Conversation(minute: 1));
        _set.Put(first);
        _set.Put(second);

        Assert.True(_set.Put(Samples.Message(2, minute: 9, conversation: second.Id)));

        Assert.Equal([second.Id, first.Id], _set.In(Everything, Samples.Me, DateTimeOffset.MinValue).Select(row => row.Id));
        Assert.Equal(1, _set.Find(second.Id)!.UnreadCount);
        Assert.Equal(Samples.Noon.AddMinutes(9), _set.Find(second.Id)!.WaitingSince);
    }

    [Fact]
    public void A_page_that_was_read_before_a_message_does_not_take_it_back()
    {
        var old = Samples.Conversation(lastSeq: 1);
        _set.Put(old);
        _set.Put(Samples.Message(2, conversation: old.Id));

        _set.Put(old with { AssigneeId = Samples.Me });

        var known = _set.Find(old.Id)!;
        Assert.Equal((2, 1), (known.LastSeq, known.UnreadCount));
        Assert.Equal(Samples.Me, known.AssigneeId);
    }

    [Fact]
    public void The_same_message_counts_once_however_often_it_comes()
    {
        var conversation = Samples.Conversation();
        _set.Put(conversation);
        var message = Samples.Message(2, conversation: conversation.Id);

        _set.Put(message);
        _set.Put(message);

        Assert.Equal(1, _set.Find(conversation.Id)!.UnreadCount);
    }

    [Fact]
    public void An_answer_ends_the_waiting()
    {
        var conversation = Samples.Conversation();
        _set.Put(conversation);
        _set.Put(Samples.Message(2, conversation: conversation.Id));
        _set.Put(Samples.Message(3, SenderType.Operator, conversation: conversation.Id));

        Assert.Null(_set.Find(conversation.Id)!.WaitingSince);
    }

    [Fact]
    public void What_a_fresh_page_does_not_hold_any_more_is_forgotten_but_for_the_open_one()
    {
        var (stays, gone, open) = (Samples.Conversation(), Samples.Conversation(), Samples.Conversation());
        foreach (var conversation in (ConversationSummary[])[stays, gone, open]) _set.Put(conversation);

        _set.Replace(Everything, Samples.Me, new ConversationPage([stays], null), keep: open.Id);

        Assert.Null(_set.Find(gone.Id));
        Assert.NotNull(_set.Find(open.Id));
        Assert.NotNull(_set.Find(stays.Id));
    }

    [Fact]
    public void What_lies_beyond_the_fresh_page_is_kept()
    {
        var (top, below) = (Samples.Conversation(minute: 10), Samples.Conversation(minute: 1));
        _set.Put(below);

        _set.Replace(Everything, Samples.Me, new ConversationPage([top], "next"), keep: null);

        Assert.NotNull(_set.Find(below.Id));
    }

    [Theory]
    [InlineData(InboxView.Mine, 1)]
    [InlineData(InboxView.Unassigned, 1)]
    [InlineData(InboxView.All, 3)]
    public void Each_view_holds_its_own(InboxView view, int count)
    {
        _set.Put(Samples.Conversation());
        _set.Put(Samples.Conversation(assignee: Samples.Me));
        _set.Put(Samples.Conversation(assignee: Guid.NewGuid()));
        _set.Put(Samples.Conversation(status: ConversationStatus.Resolved));

        Assert.Equal(count, _set.In(new InboxFilter(view), Samples.Me, DateTimeOffset.MinValue).Count);
        Assert.Equal(view == InboxView.Mine ? 0 : 1, _set.In(new InboxFilter(view, InboxStatus.Resolved), Samples.Me, DateTimeOffset.MinValue).Count);
    }
}
