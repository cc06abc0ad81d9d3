using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Finds addresses in configuration: <c>services:{name}:{scheme}:{index}</c>, the next one on each call.</summary>
sealed class ConfiguredEndpoints(IConfiguration configuration)
{
    readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <summary>The address to call instead; the same one when its host is not a configured service.</summary>
    public Uri Resolve(Uri address)
    {
        // "https+http://api" means: https if there is one, else http.
        foreach (var scheme in address.Scheme.Split('+'))
        {
            var endpoints = configuration.GetSection($"services:{address.Host}:{scheme}").GetChildren().ToArray();
            if (endpoints.Length == 0)
            {
                continue;
            }

            var turn = _turns.GetOrAdd($"{scheme}://{address.Host}", static _ => new Turn()).Next();
            var chosen = new Uri(endpoints[turn % endpoints.Length].Value!);
            return new UriBuilder(address) { Scheme = chosen.Scheme, Host = chosen.Host, Port = chosen.Port }.Uri;
        }

        return address;
    }

    sealed class Turn
    {
        uint _value = uint.MaxValue;

        public int Next() => (int)(Interlocked.Increment(ref _value) & int.MaxValue);
    }
}
