using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Operators;

static class SessionTokens
{
    /// <summary>An access token for the owner of a live session.</summary>
    public static AccessToken For(this TokenMint mint, LiveSession session) =>
        mint.Operator(session.Owner.Id, session.Owner.Name, session.Owner.Role, session.Id);
}
