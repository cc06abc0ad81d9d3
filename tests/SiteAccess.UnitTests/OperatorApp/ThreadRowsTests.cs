using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Messages;

namespace SiteAccess.UnitTests.OperatorApp;

public class ThreadRowsTests
{
    static readonly ThreadNames Names = new("Anna", "Olga");
    static readonly TimeZoneInfo Kiritimati = TimeZoneInfo.CreateCustomTimeZone("+14", TimeSpan.FromHours(14), null, null);

    [Fact]
    public void Notes_stand_apart_are_never_seen_and_only_ones_own_can_be_changed()
    {
        var mine = Samples.Message(2, SenderType.Operator, 0.1) with { SenderId = Samples.Me };
        var log = new MessageLog();
        log.Add(Samples.Message(1, SenderType.Operator));
        log.Add(mine with { Kind = MessageKind.Note, EditedAt = Samples.Noon });
        log.Add(mine with { Seq = 3, ClientMessageId = Guid.NewGuid(), Body = "", DeletedAt = Samples.Noon });
        var names = new ThreadNames("Anna", "Olga", Samples.Me, Samples.Noon.AddHours(1));

        var rows = ThreadRows.Lay(log, [], 3, names, TimeZoneInfo.Utc);

        Assert.Equal([Delivery.Seen, Delivery.Sent, Delivery.Seen], rows.Select(row => row.Delivery));
        Assert.Equal([false, true, false], rows.Select(row => row.MayChange));
        Assert.Equal([(false, false), (true, false), (false, true)], rows.Select(row => (row.IsEdited, row.IsDeleted)));
        Assert.True(rows[1].OpensGroup);
        Assert.False(ThreadRows.Lay(log, [], 3, names with { Now = Samples.Noon.AddHours(25) }, TimeZoneInfo.Utc)[1].MayChange);
    }

    [Fact]
    public void One_senders_messages_within_three_minutes_stand_together()
    {
        var rows = Lay([Samples.Message(1), Samples.Message(2, minute: 2.9), Samples.Message(3, minute: 6), Samples.Message(4, SenderType.Operator, 6.1)]);

        Assert.Equal([true, false, true, true], rows.Select(row => row.OpensGroup));
        Assert.Equal([false, true, true, true], rows.Select(row => row.ClosesGroup));
    }

    [Fact]
    public void Words_and_files_of_one_breath_stand_together()
    {
        var photo = Samples.Message(2, minute: 1) with
        {
            Kind = MessageKind.Attachment, Attachments = [new AttachmentView(Guid.NewGuid(), "photo.png", "image/png", 5)],
        };

        var rows = Lay([Samples.Message(1), photo, Samples.Message(3, minute: 2)]);

        Assert.Equal([true, false, false], rows.Select(row => row.OpensGroup));
        Assert.Equal("photo.png", Assert.Single(rows[1].Attachments).Name);
    }

    [Fact]
    public void A_day_begins_where_it_does_for_the_operator()
    {
        // 09:59 and 10:01 UTC: one morning in Greenwich, midnight lies between them in Kiritimati.
        MessageView[] messages = [Samples.Message(1, minute: -121), Samples.Message(2, minute: -119)];

        Assert.Equal([true, false], Lay(messages).Select(row => row.NewDay is not null));
        Assert.Equal([true, true], Lay(messages, zone: Kiritimati).Select(row => row.NewDay is not null));
    }

    [Fact]
    public void A_message_that_the_bus_brought_before_its_answer_is_shown_once()
    {
        var clientId = Guid.NewGuid();
        var outgoing = new Outgoing(Guid.Empty, clientId, "words 1", Samples.Noon);

        var row = Assert.Single(Lay([Samples.Message(1, SenderType.Operator, clientId: clientId)], [outgoing]));

        Assert.Equal((clientId, Delivery.Sent), (row.Key, row.Delivery));
    }

    [Fact]
    public void What_is_on_its_way_stands_last_and_says_how_it_goes()
    {
        var rows = Lay(
            [Samples.Message(1, SenderType.Operator)],
            [new Outgoing(Guid.Empty, Guid.NewGuid(), "a", Samples.Noon), new Outgoing(Guid.Empty, Guid.NewGuid(), "b", Samples.Noon, "server.unavailable")],
            visitorReadSeq: 1);

        Assert.Equal([Delivery.Seen, Delivery.Sending, Delivery.NotSent], rows.Select(row => row.Delivery));
    }

    static List<ThreadRow> Lay(IEnumerable<MessageView> messages, Outgoing[]? outgoing = null, long visitorReadSeq = 0, TimeZoneInfo? zone = null)
    {
        var log = new MessageLog();
        foreach (var message in messages) log.Add(message);
        return ThreadRows.Lay(log, outgoing ?? [], visitorReadSeq, Names, zone ?? TimeZoneInfo.Utc);
    }
}
