using FluentValidation;
using Microsoft.AspNetCore.Identity;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Api.Operators;

static class OperatorRegistration
{
    /// <summary>Operators as ASP.NET Core Identity users, their sign-in and sessions.</summary>
    public static void AddOperators(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<SetupOptions>(builder.Configuration.GetSection(SetupOptions.Section));
        builder.Services.AddIdentityCore<Operator>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = PasswordSignIn.MaxFailures;
            options.Lockout.DefaultLockoutTimeSpan = PasswordSignIn.LockoutTime;
            options.User.AllowedUserNameCharacters = ""; // any: the name is an e-mail address
        }).AddEntityFrameworkStores<SiteAccessDb>();
        builder.Services.AddSingleton<UnknownAddresses>(provider => new UnknownAddresses(new PasswordHasher<Operator>()));
        builder.Services.AddScoped<PasswordSignIn>();
        builder.Services.AddScoped<OperatorSessions>();
        builder.Services.AddScoped<OperatorStates>();
        builder.Services.AddSingleton<IValidator<SignIn>, SignInValidator>();
        builder.Services.AddSingleton<IValidator<RefreshSession>, RefreshSessionValidator>();
    }
}
