namespace SiteAccess.AppHost;

/// <summary>The parts of the system whose addresses people need, and the first operator's account.</summary>
sealed record RunningParts(
    IResourceWithEndpoints Api,
    IResourceWithEndpoints Realtime,
    IResourceWithEndpoints Operator,
    IResourceWithEndpoints Demo,
    string OperatorEmail,
    ParameterResource OperatorPassword)
{
    /// <summary>The parts that must be ready.</summary>
    public IReadOnlyList<IResourceWithEndpoints> All => [Api, Realtime, Operator, Demo];
}
