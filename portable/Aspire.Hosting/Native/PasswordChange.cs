namespace Aspire.Hosting.Native;

/// <summary>What became of the password of kept data.</summary>
enum PasswordChange
{
    /// <summary>It was right.</summary>
    None,

    /// <summary>The data is new and got its first one.</summary>
    First,

    /// <summary>It was another one, as when the user secrets are lost, and was replaced.</summary>
    Replaced,
}
