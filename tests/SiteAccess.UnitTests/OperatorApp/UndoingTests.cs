using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Labels;
using SiteAccess.OperatorBlazor.Conversations;

namespace SiteAccess.UnitTests.OperatorApp;

public class UndoingTests
{
    static readonly LabelView Vip = new(Guid.NewGuid(), "VIP", LabelColor.Blue);
    static readonly Guid Other = Guid.NewGuid();

    [Fact]
    public void What_was_snoozed_is_snoozed_again_until_the_same_time()
    {
        var before = Samples.Conversation(status: ConversationStatus.Snoozed) with { SnoozedUntil = Samples.Noon };

        var undo = Undoing.Of(before, new ChangeConversation(ConversationStatus.Resolved));

        Assert.Equal(new ChangeConversation(ConversationStatus.Snoozed, SnoozedUntil: Samples.Noon), undo);
    }

    [Fact]
    public void What_was_nobodys_is_nobodys_again_and_nothing_else_is_touched()
    {
        var undo = Undoing.Of(Samples.Conversation() with { Priority = ConversationPriority.High }, new ChangeConversation(AssigneeId: Samples.Me));

        Assert.Equal(new ChangeConversation(AssigneeId: Guid.Empty), undo);
    }

    [Fact]
    public void A_priority_goes_back_to_what_it_was()
    {
        var undo = Undoing.Of(Samples.Conversation(), new ChangeConversation(Priority: ConversationPriority.Urgent));

        Assert.Equal(ConversationPriority.None, undo.Priority);
    }

    [Fact]
    public void Only_labels_that_were_really_put_on_or_taken_off_are_changed_back()
    {
        var before = Samples.Conversation() with { Labels = [Vip] };

        Assert.Equal([Other], Undoing.Of(before, new ChangeConversation(AddLabels: [Vip.Id, Other])).RemoveLabels);
        var back = Undoing.Of(before, new ChangeConversation(RemoveLabels: [Vip.Id, Other]));
        Assert.Equal([Vip.Id], back.AddLabels);
        Assert.Null(back.RemoveLabels);
    }
}
