namespace SiteAccess.AppHost;

/// <summary>What a running system says of itself to tests and tools, in development only: it holds a password.</summary>
/// <param name="Api">The address of the REST API.</param>
/// <param name="Realtime">The address of the hub.</param>
/// <param name="Operator">The address of the operators' app.</param>
/// <param name="Demo">The address of the page that shows the widget.</param>
/// <param name="Dashboard">The address of the Aspire dashboard, if it runs.</param>
/// <param name="OperatorEmail">The first operator's name for signing in.</param>
/// <param name="OperatorPassword">The first operator's password.</param>
/// <param name="ChannelKey">The key of the demo page's channel.</param>
/// <param name="Processes">The process of each resource that has one of its own.</param>
sealed record SystemDescription(
    string Api,
    string Realtime,
    string Operator,
    string Demo,
    string? Dashboard,
    string OperatorEmail,
    string OperatorPassword,
    string ChannelKey,
    IReadOnlyDictionary<string, int> Processes);
