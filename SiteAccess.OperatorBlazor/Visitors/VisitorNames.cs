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
    public static string Of(Guid id, string name)
    {
        var mark = id.ToString("N")[^4..].ToUpperInvariant();
        return name == Made + mark ? Texts.Say(name, $"Посетитель {mark}") : name;
    }
}
