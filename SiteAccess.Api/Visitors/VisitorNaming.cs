namespace SiteAccess.Api.Visitors;

static class VisitorNaming
{
    /// <summary>The visitor's name, or one made of their id ("Visitor 4F2A") until they tell it.</summary>
    public static string Display(Guid id, string? name) =>
        string.IsNullOrWhiteSpace(name) ? $"Visitor {id.ToString("N")[^4..].ToUpperInvariant()}" : name;
}
