using Aspire.Hosting.Native;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps what another default made up in the user secrets of the AppHost, so that the next run finds it.</summary>
sealed class UserSecretsParameterDefault(string parameterName, ParameterDefault inner, UserSecretsFile secrets) : ParameterDefault
{
    public override string GetDefaultValue() => secrets.GetOrSet($"Parameters:{parameterName}", inner.GetDefaultValue);
}
