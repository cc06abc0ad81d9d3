using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>
/// Keeps the data protection keys at Api, so that every instance of this app reads every cookie, and a restart signs nobody
/// out. The framework asks synchronously, seldom (once a day), and remembers the answer; when Api is away it is told so and
/// asks again, rather than being handed an empty ring, for which it would make a new key.
/// </summary>
/// <param name="clients">Makes the client; not held, because this outlives its handlers.</param>
public sealed class KeyRepository(IServiceScopeFactory clients) : IXmlRepository
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Wait((keys, token) => keys.ListAsync(token)).Select(key => XElement.Parse(key.Xml))];

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) => Wait(async (keys, token) =>
    {
        await keys.StoreAsync(new DataProtectionKeyView(friendlyName, element.ToString(SaveOptions.DisableFormatting)), token);
        return true;
    });

    // On the pool's own threads: the caller may stand on a circuit's.
    T Wait<T>(Func<KeysClient, CancellationToken, Task<T>> ask) => Task.Run(async () =>
    {
        await using var scope = clients.CreateAsyncScope();
        using var patience = new CancellationTokenSource(Patience);
        return await ask(scope.ServiceProvider.GetRequiredService<KeysClient>(), patience.Token);
    }).GetAwaiter().GetResult();
}

/// <summary>The keys at Api, over its internal routes.</summary>
/// <param name="http">Leads to Api, with this service's token.</param>
public sealed class KeysClient(HttpClient http) : ApiClient(http)
{
    const string Keys = "/internal/data-protection-keys";

    /// <summary>All keys.</summary>
    /// <exception cref="ApiException">No answer.</exception>
    public Task<DataProtectionKeyView[]> ListAsync(CancellationToken token) => GetAsync<DataProtectionKeyView[]>(Keys, token);

    /// <summary>Adds one.</summary>
    /// <exception cref="ApiException">No answer.</exception>
    public Task StoreAsync(DataProtectionKeyView key, CancellationToken token) => SendAsync(HttpMethod.Post, Keys, key, token);
}
