using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aspire.Hosting.Native;

/// <summary>The file in which .NET keeps the secrets of a developer's project, outside of the repository.</summary>
sealed class UserSecretsFile(string? userSecretsId)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    readonly Lock _lock = new();
    readonly string? _path = userSecretsId is null ? null : PathHelper.GetSecretsPathFromSecretsId(userSecretsId);

    /// <summary>The kept value, or a new one that is kept from now on. Without an id nothing can be kept.</summary>
    public string GetOrSet(string key, Func<string> create)
    {
        if (_path is null)
        {
            return create();
        }

        lock (_lock)
        {
            var secrets = new ConfigurationBuilder().AddJsonFile(_path, optional: true).Build().AsEnumerable()
                .Where(secret => secret.Value is not null).ToDictionary(secret => secret.Key, secret => secret.Value);
            if (secrets.TryGetValue(key, out var kept) && kept is not null)
            {
                return kept;
            }

            var value = create();
            secrets[key] = value;
            Save(_path, secrets);
            return value;
        }
    }

    static void Save(string path, Dictionary<string, string?> secrets)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var content = new JsonObject(secrets.Select(secret => KeyValuePair.Create(secret.Key, (JsonNode?)secret.Value)));
        PrivateFile.WriteAsync(path, content.ToJsonString(Indented), CancellationToken.None).GetAwaiter().GetResult();
    }
}
