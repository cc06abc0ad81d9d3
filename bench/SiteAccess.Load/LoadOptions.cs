using System.Globalization;

namespace SiteAccess.Load;

/// <summary>What the command line asks for.</summary>
sealed class LoadOptions
{
    readonly Dictionary<string, List<string>> _values = [];

    LoadOptions()
    {
    }

    /// <summary><c>closed</c>, <c>open</c>, <c>idle</c> or <c>history</c>.</summary>
    public string Mode => Text("mode", "closed");

    public int Pairs => (int)Number("pairs", 200);

    public double Seconds => Number("seconds", 8);

    public double Warmup => Number("warmup", 3);

    /// <summary>Messages per second over all pairs (open loop).</summary>
    public double Rate => Number("rate", 500);

    public int BodyBytes => (int)Number("body", 200);

    /// <summary>Whether visitor and operator take turns; else the visitor alone writes.</summary>
    public bool TakeTurns => Text("senders", "visitor") == "both";

    /// <summary>Messages in the conversation whose history is read.</summary>
    public int Messages => (int)Number("messages", 10_000);

    /// <summary>The process whose memory is of interest.</summary>
    public string Watch => Text("watch", "realtime1");

    public string Label => Text("label", Mode);

    /// <summary><c>hub</c>, as SiteAccess speaks, or <c>socketio</c>, as the peer does.</summary>
    public string Protocol => Text("protocol", "hub");

    public string SystemFile => Text("system", "artifacts/run/system.json");

    public IReadOnlyList<Uri> Apis => Addresses("api");

    public IReadOnlyList<Uri> Realtimes => Addresses("realtime");

    /// <summary>Reads <c>--name value</c> pairs; of a name that comes several times the last counts, of addresses all.</summary>
    /// <exception cref="ArgumentException">Something else was found.</exception>
    public static LoadOptions Parse(string[] arguments)
    {
        var options = new LoadOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Length)
            {
                throw new ArgumentException($"Not understood: {arguments[i]}", nameof(arguments));
            }

            var name = arguments[i][2..];
            options._values.TryAdd(name, []);
            options._values[name].Add(arguments[i + 1]);
        }

        return options;
    }

    string Text(string name, string otherwise) => _values.TryGetValue(name, out var given) ? given[^1] : otherwise;

    double Number(string name, double otherwise) =>
        _values.TryGetValue(name, out var given) ? double.Parse(given[^1], CultureInfo.InvariantCulture) : otherwise;

    Uri[] Addresses(string name) => [.. _values.GetValueOrDefault(name, []).Select(address => new Uri(address))];
}
