namespace SiteAccess.Api.Limits;

/// <summary>The names of the rate limits.</summary>
static class LimitNames
{
    public const string Arriving = "arriving";
    public const string SigningIn = "signing-in";
    public const string Beginning = "beginning";
    public const string Talking = "talking";
    public const string Checking = "checking";
    public const string Uploading = "uploading";
    public const string Subscribing = "subscribing";
}
