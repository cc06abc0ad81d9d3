using System.Globalization;

namespace SiteAccess.Load;

/// <summary>What the command line asks for.</summary>
sealed class LoadOptions
{
    readonly Dictionary<string, string> _values = [];

    LoadOptions()
    {
    }

    public string Mode => Text("mode", "closed");

    public int Pairs => (int)Number("pairs", 200);

    public double Seconds => Number("seconds", 8);

    public double Warmup => Number("warmup", 3);

    /// <summary>Messages per second over all pairs (open loop).</summary>
    public double Rate => Number("rate", 500);

    public int BodyBytes => (int)Number("body", 200);

    /// <summary>Whether visitor and operator take turns; else the visitor alone writes.</summary>
    public bool TakeTurns => Text("senders", "visitor") == "both";

    public string Label => Text("label", Mode);

    /// <summary><c>hub</c>, as SiteAccess speaks, or <c>socketio</c>, as the peer does.</summary>
    public string Protocol => Text("protocol", "hub");

    public string SystemFile => Text("system", "artifacts/run/system.json");

    public IReadOnlyList<Uri> Apis => Addresses("api");

    public IReadOnlyList<Uri> Realtimes => Addresses("realtime");

    /// <summary>Reads <c>--name value</c> pairs; a name may come several times.</summary>
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
            options._values[name] = options._values.TryGetValue(name, out var before) ? $"{before} {arguments[i + 1]}" : arguments[i + 1];
        }

        return options;
    }

    string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    double Number(string name, double otherwise) =>
        _values.TryGetValue(name, out var value) ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    Uri[] Addresses(string name) =>
        [.. Text(name, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(address => new Uri(address))];
}
