using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.OperatorBlazor.Live;

/// <summary>Whether this process hears the others, as one circuit knows it.</summary>
/// <param name="bus">The bus.</param>
public sealed class BusReach(EventBus bus)
{
    /// <summary>Raised when <see cref="IsAway"/> changes.</summary>
    public event Action? Changed;

    /// <summary>Whether nothing is heard at present: what is shown is fetched now and then instead.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Looks.</summary>
    public void Check()
    {
        if (IsAway == !bus.IsConnected) return;
        IsAway = !IsAway;
        Changed?.Invoke();
    }
}
