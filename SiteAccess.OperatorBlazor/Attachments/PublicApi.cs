namespace SiteAccess.OperatorBlazor.Attachments;

/// <summary>Where browsers reach Api (configuration <c>PublicUrls:Api</c>).</summary>
static class PublicApi
{
    /// <summary>The address without a slash at the end; empty when Api stands behind the same origin as this app.</summary>
    public static string AddressOf(IConfiguration configuration) => (configuration["PublicUrls:Api"] ?? "").TrimEnd('/');
}
