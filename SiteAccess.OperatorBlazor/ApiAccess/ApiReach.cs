namespace SiteAccess.OperatorBlazor.ApiAccess;

/// <summary>Whether Api answers this circuit, and whether its operator's session still stands.</summary>
public sealed class ApiReach
{
    /// <summary>Raised when <see cref="IsAway"/> changes.</summary>
    public event Action? Changed;

    /// <summary>Raised when Api says that the session is over.</summary>
    public event Action? SessionEnded;

    /// <summary>Whether the last request got no answer.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Notes how a request went.</summary>
    /// <param name="isAway">Whether nothing was answered.</param>
    public void Note(bool isAway)
    {
        if (IsAway == isAway) return;
        IsAway = isAway;
        Changed?.Invoke();
    }

    /// <summary>Notes that the session is over.</summary>
    public void NoteSessionEnded() => SessionEnded?.Invoke();
}
