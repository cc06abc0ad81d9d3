using FluentValidation;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Visitors;

/// <summary>The rest of what a page says is cut to size, not refused: a long title must not keep a visitor from writing.</summary>
sealed class StartVisitorSessionValidator : AbstractValidator<StartVisitorSession>
{
    public StartVisitorSessionValidator()
    {
        RuleFor(request => request.ChannelKey).NotEmpty().MaximumLength(64);
        RuleFor(request => request.VisitorKey).MaximumLength(100);
        RuleFor(request => request.Identity!.UserId)
            .NotEmpty().MaximumLength(VisitorLimits.UserId).Must(id => id?.Contains('\0') != true)
            .When(request => request.Identity is not null);
    }
}
