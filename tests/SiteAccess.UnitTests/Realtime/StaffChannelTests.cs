using System.Text.Json;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

public sealed class StaffChannelTests : IAsyncLifetime
{
    // A channel of its own: what other tests say would be heard too.
    readonly Stage _stage = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task The_staff_hears_of_a_conversation_from_its_first_message_to_its_end_each_change_once()
    {
        var (conversation, visitor, _) = _stage.Begin();
        await using var staff = await _stage.ListenToAllAsync(_stage.Mint.Staff());
        _stage.Api.UnreadCounts[conversation] = 1;
        var first = await _stage.SayAsync(visitor, conversation, "hello?");
        await _stage.TellAsync(first);
        var row = _stage.Api.Row(conversation) with { AssigneeName = null };
        await ChangeAsync(row);
        await staff.HearsAsync("chat.message", frame => frame.GetProperty("data").GetProperty("body").GetString() == "hello?");
        await staff.HearsAsync("chat.session.created", frame => frame.GetProperty("data").GetProperty("visitor_name").GetString() == "Anna");
        await staff.HearsAsync("chat.alert", frame => Unread(frame) == 1 && frame.GetProperty("session_id").GetGuid() == conversation);

        var assignee = Guid.NewGuid();
        await ChangeAsync(row with { AssigneeId = assignee, AssigneeName = "Boris" });
        await staff.HearsAsync("chat.session.assigned", frame => frame.GetProperty("data").GetProperty("assignee_id").GetGuid() == assignee);
        await ChangeAsync(row with { AssigneeId = assignee, AssigneeName = "Boris", Status = ConversationStatus.Resolved });
        await staff.HearsAsync("chat.session.status", frame => frame.GetProperty("data").GetProperty("status").GetString() == "resolved");

        _stage.Api.UnreadCounts[conversation] = 0;
        await _stage.Bus.PublishAsync(
            BusChannels.Staff(_stage.Api.ChannelId),
            BusEvents.Of(HubEvents.MessageSeen, _stage.Api.ChannelId, new SeenView(conversation, SenderType.Operator, 1, 1), conversation),
            Cancellation);
        await staff.HearsAsync("chat.alert", frame => Unread(frame) == 0);
        foreach (var type in new[] { "chat.message", "chat.session.created", "chat.session.assigned", "chat.session.status" })
        {
            Assert.Single(staff.Of(type));
        }
    }

    [Fact]
    public async Task Of_a_conversation_not_heard_of_before_all_is_told_that_may_have_changed()
    {
        var (conversation, _, _) = _stage.Begin();
        await using var staff = await _stage.ListenToAllAsync(_stage.Mint.Staff());
        await ChangeAsync(_stage.Api.Row(conversation) with { AssigneeId = Guid.NewGuid() });
        await staff.HearsAsync("chat.session.assigned");
        await staff.HearsAsync("chat.session.status");
        Assert.Empty(staff.Of("chat.session.created"));
    }

    [Fact]
    public async Task When_Redis_is_back_the_staff_is_asked_to_come_again_and_fetch_the_list()
    {
        await using var staff = await _stage.ListenToAllAsync(_stage.Mint.Staff());
        await _stage.Redis.KillAsync();
        await _stage.Redis.StartAgainAsync(Cancellation);
        await staff.EndsAsync(1013, "server.unavailable");
    }

    static int Unread(JsonElement frame) => frame.GetProperty("data").GetProperty("unread_count").GetInt32();

    // Api knows it before the bus tells it: a node that believes itself cut off asks there.
    Task ChangeAsync(ConversationSummary row)
    {
        (_stage.Api.Statuses[row.Id], _stage.Api.Assignees[row.Id]) = (row.Status, row.AssigneeId);
        return _stage.Bus.PublishAsync(
            BusChannels.Staff(_stage.Api.ChannelId), BusEvents.Of(HubEvents.ConversationUpdated, _stage.Api.ChannelId, row, row.Id), Cancellation);
    }
}
