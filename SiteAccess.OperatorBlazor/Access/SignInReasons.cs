namespace SiteAccess.OperatorBlazor.Access;

/// <summary>Why somebody stands before the sign-in page, as its <c>reason</c> query says it.</summary>
static class SignInReasons
{
    /// <summary>The session ended while they worked.</summary>
    public const string Ended = "ended";

    /// <summary>They signed out.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>The address of the sign-in page for somebody who was at <paramref name="returnUrl"/>.</summary>
    public static string PathFor(string reason, string returnUrl) =>
        $"{LocalUrl.SignInPath}?reason={reason}&returnUrl={Uri.EscapeDataString(LocalUrl.OrHome(returnUrl))}";
}
