namespace SiteAccess.ServiceDefaults.Http;

/// <summary>Says of a request whether sending it twice does no more than sending it once.</summary>
public static class Repetition
{
    static readonly HttpRequestOptionsKey<bool> Harmless = new("SiteAccess.RepetitionIsHarmless");

    /// <summary>
    /// Marks a request whose method is not idempotent, but whose meaning is: a send with a clientMessageId, a position that only
    /// moves forward.
    /// </summary>
    /// <param name="request">The request.</param>
    public static HttpRequestMessage AllowRepetition(this HttpRequestMessage request)
    {
        request.Options.Set(Harmless, true);
        return request;
    }

    internal static bool MayBeRepeated(this HttpRequestMessage request) =>
        request.Options.TryGetValue(Harmless, out var harmless) ? harmless : IsIdempotent(request.Method);

    // RFC 9110, 9.2.2.
    static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options
        || method == HttpMethod.Put || method == HttpMethod.Delete;
}
