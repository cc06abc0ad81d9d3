using SiteAccess.Contracts.Operators;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Operators;

/// <summary>The operator of this circuit at Api.</summary>
/// <param name="api">Api.</param>
public sealed class OperatorsClient(OperatorApi api)
{
    const string Me = "/api/v1/me";

    /// <summary>Who one is.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<OperatorView> GetMeAsync(CancellationToken token) => api.ReadAsync<OperatorView>(Me, token);

    /// <summary>Says whether one takes conversations.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<OperatorView> SayAsync(OperatorState state, CancellationToken token) =>
        api.WriteAsync<ChangeMe, OperatorView>(HttpMethod.Patch, Me, new ChangeMe(state), token);
}
