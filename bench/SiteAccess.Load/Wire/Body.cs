namespace SiteAccess.Load.Wire;

/// <summary>What people write in a measurement.</summary>
static class Body
{
    const string Words = "Good morning, the order from last week has not come yet and the page says that it was sent. Could you please have a look? ";

    /// <summary>A text of this many ASCII characters.</summary>
    public static string Of(int length) => string.Concat(Enumerable.Repeat(Words, (length / Words.Length) + 1))[..length];
}
