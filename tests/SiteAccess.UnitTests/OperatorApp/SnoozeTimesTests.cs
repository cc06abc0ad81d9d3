using SiteAccess.OperatorBlazor.Conversations;

namespace SiteAccess.UnitTests.OperatorApp;

public class SnoozeTimesTests
{
    static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void On_a_working_day_there_are_the_evening_the_morning_and_monday_by_the_operators_clock()
    {
        var friday = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

        Assert.Equal(
            [
                (SnoozeChoice.Hour, friday.AddHours(1)),
                (SnoozeChoice.Evening, new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero)),
                (SnoozeChoice.Tomorrow, new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero)),
                (SnoozeChoice.Monday, new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero)),
            ],
            SnoozeTimes.At(friday, Moscow));
    }

    [Theory]
    [InlineData("2026-11-20T14:30:00Z", false, true)] // half past five in the evening
    [InlineData("2026-11-22T08:00:00Z", true, false)] // Sunday: tomorrow is Monday
    [InlineData("2026-11-23T08:00:00Z", true, true)] // Monday: the next one
    [InlineData("2026-11-22T21:30:00Z", true, true)] // already Monday in Moscow
    public void Choices_that_say_nothing_new_are_left_out(string now, bool hasEvening, bool hasMonday)
    {
        var choices = SnoozeTimes.At(DateTimeOffset.Parse(now, null), Moscow).ToDictionary(choice => choice.Choice, choice => choice.Until);

        Assert.Equal((hasEvening, hasMonday), (choices.ContainsKey(SnoozeChoice.Evening), choices.ContainsKey(SnoozeChoice.Monday)));
        Assert.All(choices.Values, until => Assert.True(until > DateTimeOffset.Parse(now, null)));
    }

    [Fact]
    public void Nine_in_the_morning_is_nine_after_the_clocks_were_changed()
    {
        var saturday = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);

        Assert.Contains((SnoozeChoice.Tomorrow, new DateTimeOffset(2026, 3, 29, 7, 0, 0, TimeSpan.Zero)), SnoozeTimes.At(saturday, Berlin));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), SnoozeTimes.Utc(new DateTime(2026, 3, 29, 2, 30, 0), Berlin));
    }
}
