using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Api.Conversations;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.UnitTests.Api;

public class SnoozeTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_snoozed_conversation_wakes_when_its_time_has_come_and_not_before()
    {
        var (due, later, forever) = (await SnoozeAsync(TimeSpan.FromSeconds(-1)), await SnoozeAsync(TimeSpan.FromHours(1)), await SnoozeAsync(null));

        await host.First.Services.GetRequiredService<SnoozeAlarm>().RingAsync(TestContext.Current.CancellationToken);

        var woken = await due.ReloadAsync();
        Assert.Equal((ConversationStatus.Open, null), (woken.Status, woken.SnoozedUntil));
        Assert.Equal(ConversationStatus.Snoozed, (await later.ReloadAsync()).Status);
        Assert.Equal(ConversationStatus.Snoozed, (await forever.ReloadAsync()).Status);
    }

    async Task<World> SnoozeAsync(TimeSpan? time)
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("later, please"));
        var (summary, _) = await host.First.WithAsync<ConversationDesk, (ConversationSummary?, string?)>(desk => desk.ChangeAsync(
            world.AsOperator, world.ConversationId, new ChangeConversation(ConversationStatus.Snoozed, SnoozedUntil: DateTimeOffset.UtcNow + time), default));
        Assert.Equal(ConversationStatus.Snoozed, summary!.Status);
        return world;
    }
}
