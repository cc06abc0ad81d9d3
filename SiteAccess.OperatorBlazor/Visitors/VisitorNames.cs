using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.Language;

namespace SiteAccess.OperatorBlazor.Visitors;

/// <summary>Visitors' names. Api makes one ("Visitor 4F2A") until a visitor says theirs; the made one is said in the screen's language.</summary>
static class VisitorNames
{
    const string Made = "Visitor ";

    /// <summary>The name to show.</summary>
    public static string Of(VisitorSummary visitor) => Of(visitor.Id, visitor.Name);

    /// <summary>The name to show.</summary>
    public static string Of(Guid id, string name) => IsMade(id, name) ? Texts.Say(name, $"Посетитель {Mark(id)}") : name;

    /// <summary>Whether the visitor has told no name of their own.</summary>
    public static bool IsMade(Guid id, string name) => name == Made + Mark(id);

    static string Mark(Guid id) => id.ToString("N")[^4..].ToUpperInvariant();
}
