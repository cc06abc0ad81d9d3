using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Presence;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.OperatorApp;

public class ViewingNoticesTests
{
    static readonly SignedInOperator Olga = new(Guid.NewGuid(), "Olga", "olga@example.org", "operator", "secret");
    static readonly ConversationSummary Conversation = Samples.Conversation() with { ChannelId = Guid.NewGuid() };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_others_hear_what_is_opened_who_asks_is_told_and_all_hear_the_leaving()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = new EventBus(gateway, NullLogger<EventBus>.Instance);
        var heard = new ConcurrentQueue<ViewingView>();
        using var staff = bus.Subscribe(BusChannels.Staff(Conversation.ChannelId), happening => heard.Enqueue(happening.Read<ViewingView>()));
        await staff.Confirmed;
        using var screen = new ViewingNotices(bus, TimeProvider.System);

        await screen.AskAsync(Olga, Conversation.ChannelId);
        await screen.ShowAsync(Olga, Conversation);
        await screen.ShowAsync(Olga, Conversation); // said already
        await screen.AnswerAsync();
        await screen.ShowAsync(Olga, null);
        await screen.AnswerAsync(); // nothing stands open
        await Eventually.TrueAsync(() => heard.Count >= 4, Cancellation);

        Assert.Equal(
            [(null, false, true), (Conversation.Id, true, false), (Conversation.Id, true, false), ((Guid?)null, false, false)],
            heard.Select(notice => (notice.ConversationId, notice.IsViewing, notice.AsksOthers)));
        Assert.All(heard, notice => Assert.True(screen.IsMine(notice)));
    }
}
