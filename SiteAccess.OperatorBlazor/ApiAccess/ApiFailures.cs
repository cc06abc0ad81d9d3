using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.ApiAccess;

/// <summary>What a failure of Api means for an operator's screen.</summary>
static class ApiFailures
{
    /// <summary>Whether the same request may well succeed later.</summary>
    public static bool MayPass(this ApiException failure) => MayPass(failure.Code);

    /// <summary>Whether a request that failed with this code may well succeed later.</summary>
    public static bool MayPass(string? code) =>
        code is ErrorCodes.ServerUnavailable or ErrorCodes.ServerError or ErrorCodes.RequestTooMany;

    /// <summary>Whether Api, or something that it needs, is away.</summary>
    public static bool IsAway(this ApiException failure) => failure.Code == ErrorCodes.ServerUnavailable;

    /// <summary>Whether the operator has to sign in again.</summary>
    public static bool EndsSession(this ApiException failure) => failure.Code == ErrorCodes.AuthSessionEnded;
}
