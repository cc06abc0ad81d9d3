using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Labels;
using SiteAccess.OperatorBlazor.Conversations;

namespace SiteAccess.UnitTests.OperatorApp;

public class InboxFilterTests
{
    static readonly LabelView Vip = new(Guid.NewGuid(), "VIP", LabelColor.Blue);

    [Fact]
    public void A_filter_that_is_kept_comes_back_as_it_was()
    {
        foreach (var view in Enum.GetValues<InboxView>())
            foreach (var status in Enum.GetValues<InboxStatus>())
            {
                var filter = new InboxFilter(view, status, Guid.NewGuid(), Vip.Id, ConversationPriority.High);
                Assert.Equal(filter, InboxFilter.From(filter.ToRules()));
                Assert.Equal(filter.Wide, InboxFilter.From(filter.Wide.ToRules()));
            }
    }

    [Fact]
    public void Snoozed_conversations_are_hidden_until_they_are_asked_for()
    {
        var snoozed = Samples.Conversation(status: ConversationStatus.Snoozed);

        Assert.False(new InboxFilter(InboxView.All).Matches(snoozed, Samples.Me));
        Assert.True(new InboxFilter(InboxView.All, InboxStatus.Snoozed).Matches(snoozed, Samples.Me));
        Assert.True(new InboxFilter(InboxView.All, InboxStatus.All).Matches(snoozed, Samples.Me));
    }

    [Fact]
    public void Label_priority_and_channel_narrow_the_list()
    {
        var conversation = Samples.Conversation() with { Labels = [Vip], Priority = ConversationPriority.High };
        var all = new InboxFilter(InboxView.All);

        Assert.True((all with { LabelId = Vip.Id, Priority = ConversationPriority.High, ChannelId = conversation.ChannelId }).Matches(conversation, Samples.Me));
        Assert.False((all with { LabelId = Guid.NewGuid() }).Matches(conversation, Samples.Me));
        Assert.False((all with { Priority = ConversationPriority.Low }).Matches(conversation, Samples.Me));
        Assert.False((all with { ChannelId = Guid.NewGuid() }).Matches(conversation, Samples.Me));
        Assert.False((all with { LabelId = Vip.Id }).Matches(Samples.Conversation(), Samples.Me));
    }
}
