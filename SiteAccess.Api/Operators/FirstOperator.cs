using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Api.Operators;

/// <summary>
/// Lets the owner in: creates the configured operator in an empty installation, and says how to come back in when the stored
/// password is not the configured one (the parameters were lost while the data stayed).
/// </summary>
sealed class FirstOperator(
    SiteAccessDb db,
    OperatorSessions sessions,
    IOptions<SetupOptions> options,
    ILookupNormalizer normalizer,
    IPasswordHasher<Operator> hasher,
    TimeProvider clock,
    ILogger<FirstOperator> log) : ISeed
{
    public async Task LayAsync(CancellationToken cancellation)
    {
        var (email, password) = (options.Value.OperatorEmail, options.Value.OperatorPassword);
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password))
        {
            log.LogInformation("Setup:OperatorEmail and Setup:OperatorPassword are not set: no operator is created");
            return;
        }

        var normalized = normalizer.NormalizeEmail(email);
        var found = await db.Operators.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized, cancellation);
        if (options.Value.ResetOperatorPassword)
            await ResetAsync(found ?? Create(email), password, cancellation);
        else if (found is not null)
            WarnIfOther(found, password);
        else if (await db.Operators.AnyAsync(cancellation))
            log.LogWarning("There are operators, but none with the address {Email}: {WayBack}", email, WayBack);
        else
            await SaveAsync(Create(email), password, cancellation);
    }

    const string WayBack =
        "./run --reset-password (or Setup:ResetOperatorPassword=true for one start) makes the configured sign-in valid. No data is lost.";

    Operator Create(string email)
    {
        var person = new Operator
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = NameIn(email),
            Role = OperatorRoles.Admin,
            CreatedAt = clock.Now(),
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
        };
        db.Operators.Add(person);
        return person;
    }

    async Task ResetAsync(Operator person, string password, CancellationToken cancellation)
    {
        await SaveAsync(person, password, cancellation);
        var ended = await sessions.EndAllOfAsync(person.Id, cancellation);
        log.LogWarning("The password of {Email} was reset as configured; {Count} sessions were ended", person.Email, ended);
    }

    async Task SaveAsync(Operator person, string password, CancellationToken cancellation)
    {
        person.PasswordHash = hasher.HashPassword(person, password);
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        await db.SaveChangesAsync(cancellation);
    }

    void WarnIfOther(Operator person, string password)
    {
        if (hasher.VerifyHashedPassword(person, person.PasswordHash ?? "", password) == PasswordVerificationResult.Failed)
            log.LogWarning("The password of {Email} in the database is not the configured one: {WayBack}", person.Email, WayBack);
    }

    // "anna@shop.example" is shown to visitors as "Anna" until somebody says better.
    static string NameIn(string email) => email.Split('@')[0] is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : email;
}
