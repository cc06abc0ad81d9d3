using System.Globalization;

namespace SiteAccess.FaultTests;

/// <summary>How much of everything: the short form is part of <c>./test</c>, the full one is <c>./test --faults</c>.</summary>
static class Form
{
    /// <summary>Whether this is the full form.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("SITEACCESS_FAULTS") == "full";

    /// <summary>Where all chance of a run comes from; printed by each test, repeated with <c>--seed</c>.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("SITEACCESS_FAULTS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1, 1_000_000);

    /// <summary>Pairs of a visitor and an operator.</summary>
    public static int Pairs => Of(4, 20);

    /// <summary>Messages per second of all together.</summary>
    public static int Rate => Of(20, 100);

    /// <summary>How long one fault lasts where it has a length of its own.</summary>
    public static TimeSpan FaultLength => TimeSpan.FromSeconds(Of(2, 30));

    /// <summary>The one or the other.</summary>
    public static T Of<T>(T inShort, T inFull) => IsFull ? inFull : inShort;
}
