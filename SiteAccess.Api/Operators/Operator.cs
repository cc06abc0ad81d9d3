using Microsoft.AspNetCore.Identity;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Api.Operators;

/// <summary>A person who answers visitors: an ASP.NET Core Identity user.</summary>
sealed class Operator : IdentityUser<Guid>
{
    public required string Name { get; set; }

    /// <summary>One of <see cref="OperatorRoles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>Whether they take conversations, by their own word; kept while they are away.</summary>
    public OperatorState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public OperatorView ToView() => new(Id, Name, Email ?? "", Role, State);
}
