using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts.Errors;

namespace SiteAccess.SystemTests.Rest;

static class Refusal
{
    /// <summary>The answer is problem details with this status and code.</summary>
    public static async Task RefusedAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<ProblemView>(TestContext.Current.CancellationToken);
        Assert.Equal(code, problem?.Code);
    }
}
