using FluentValidation;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Api.Operators;

sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(256);
        RuleFor(request => request.Password).NotEmpty().MaximumLength(256);
    }
}

sealed class RefreshSessionValidator : AbstractValidator<RefreshSession>
{
    public RefreshSessionValidator() => RuleFor(request => request.RefreshToken).NotEmpty().MaximumLength(200);
}
