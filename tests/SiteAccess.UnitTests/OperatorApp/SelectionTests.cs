using SiteAccess.OperatorBlazor.Conversations;

namespace SiteAccess.UnitTests.OperatorApp;

public class SelectionTests
{
    static readonly Guid[] Rows = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];
    readonly Selection _selection = new();

    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    public void Shift_marks_everything_between_two_rows(int from, int to)
    {
        _selection.Toggle(Rows[from], isRange: false, Rows);
        _selection.Toggle(Rows[to], isRange: true, Rows);

        Assert.Equal([false, true, true, true, true, false], Rows.Select(_selection.Has));
    }

    [Fact]
    public void A_second_click_takes_the_mark_away()
    {
        _selection.Toggle(Rows[0], isRange: false, Rows);
        _selection.Toggle(Rows[0], isRange: false, Rows);

        Assert.Equal(0, _selection.Count);
    }

    [Fact]
    public void Rows_that_left_the_list_are_not_changed_unseen()
    {
        _selection.Mark(Rows);

        _selection.Keep(Rows[2..4]);

        Assert.Equal(2, _selection.Count);
        _selection.Clear();
        Assert.Equal((0, false), (_selection.Count, _selection.IsOpen));
    }
}
