using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.Conversations;

namespace SiteAccess.UnitTests.OperatorApp;

public class ViewersTests
{
    static readonly Guid Conversation = Guid.NewGuid();
    readonly Clock _clock = new();
    readonly Viewers _viewers;

    public ViewersTests() => _viewers = new Viewers(_clock);

    [Fact]
    public void A_person_with_two_screens_is_named_once_and_stays_until_both_have_left()
    {
        var (olga, first, second) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        _viewers.Put(new ViewingView(Conversation, olga, "Olga", first, IsViewing: true));
        _viewers.Put(new ViewingView(Conversation, olga, "Olga", second, IsViewing: true));
        _viewers.Put(new ViewingView(Conversation, Guid.NewGuid(), "Boris", Guid.NewGuid(), IsViewing: true));
        Assert.Equal(["Boris", "Olga"], _viewers.Of(Conversation));

        _viewers.Put(new ViewingView(null, olga, "Olga", first, IsViewing: false));
        Assert.Equal(["Boris", "Olga"], _viewers.Of(Conversation));
        _viewers.Put(new ViewingView(Guid.NewGuid(), olga, "Olga", second, IsViewing: true)); // went to another
        Assert.Equal(["Boris"], _viewers.Of(Conversation));
    }

    [Fact]
    public void Who_falls_silent_is_forgotten()
    {
        _viewers.Put(new ViewingView(Conversation, Guid.NewGuid(), "Olga", Guid.NewGuid(), IsViewing: true));
        _clock.Now += TimeSpan.FromSeconds(39);
        Assert.False(_viewers.ForgetSilent());

        _clock.Now += TimeSpan.FromSeconds(2);
        Assert.Empty(_viewers.Of(Conversation));
        Assert.True(_viewers.ForgetSilent());
    }

    sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Samples.Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
