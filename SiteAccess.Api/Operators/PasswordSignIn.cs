using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Errors;

namespace SiteAccess.Api.Operators;

/// <summary>The outcome of a sign-in: an operator, or a refusal.</summary>
/// <param name="Operator">Who signed in.</param>
/// <param name="Error">One of <see cref="ErrorCodes"/>.</param>
/// <param name="RetryAfter">Seconds to wait, when locked out.</param>
sealed record SignInOutcome(Operator? Operator, string? Error = null, int? RetryAfter = null);

/// <summary>
/// Proves operators by e-mail and password. Five failures lock the address for five minutes, whether somebody has it or not,
/// and both cost the same time: a stranger learns nothing about who works here.
/// </summary>
sealed class PasswordSignIn(
    SiteAccessDb db, UserManager<Operator> operators, IPasswordHasher<Operator> hasher, UnknownAddresses unknown, TimeProvider clock)
{
    public const int MaxFailures = 5;
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(5);

    static readonly SignInOutcome Wrong = new(null, ErrorCodes.AuthInvalidCredentials);

    public Task<SignInOutcome> TryAsync(string email, string password, CancellationToken cancellation)
    {
        var address = operators.NormalizeEmail(email);
        return db.InTransactionAsync(
            async aborted =>
            {
                // The row stays locked: guesses made at once are counted one after another.
                var person = await db.Operators
                    .FromSql($"select * from \"operator\" where normalized_email = {address} for no key update")
                    .SingleOrDefaultAsync(aborted);
                return person is null ? RefuseUnknown(address, password) : await CheckAsync(person, password);
            },
            cancellation);
    }

    async Task<SignInOutcome> CheckAsync(Operator person, string password)
    {
        if (await operators.IsLockedOutAsync(person))
            return LockedOut(person.LockoutEnd!.Value - clock.GetUtcNow());
        if (await operators.CheckPasswordAsync(person, password))
        {
            await operators.ResetAccessFailedCountAsync(person);
            return new SignInOutcome(person);
        }

        await operators.AccessFailedAsync(person);
        return Wrong;
    }

    SignInOutcome RefuseUnknown(string address, string password)
    {
        if (unknown.TryGuess(address) is { } wait)
            return LockedOut(wait);
        hasher.VerifyHashedPassword(null!, unknown.SomeHash, password);
        return Wrong;
    }

    static SignInOutcome LockedOut(TimeSpan wait) =>
        new(null, ErrorCodes.AuthLockedOut, Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));
}
