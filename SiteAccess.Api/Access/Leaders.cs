using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Access;

static class Leaders
{
    /// <summary>Refuses everybody but admins and supervisors.</summary>
    public static RouteGroupBuilder ForLeaders(this RouteGroupBuilder group) => group.AddEndpointFilter(async (call, next) =>
        new Caller(call.HttpContext.User).Role is OperatorRoles.Admin or OperatorRoles.Supervisor
            ? await next(call)
            : Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.AuthForbidden));
}
