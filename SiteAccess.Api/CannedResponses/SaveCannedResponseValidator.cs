using System.Text.RegularExpressions;
using FluentValidation;
using SiteAccess.Contracts.CannedResponses;

namespace SiteAccess.Api.CannedResponses;

sealed partial class SaveCannedResponseValidator : AbstractValidator<SaveCannedResponse>
{
    public SaveCannedResponseValidator()
    {
        RuleFor(request => request.Shortcut).NotEmpty().MaximumLength(CannedResponseRules.MaxShortcutLength).Matches(Word());
        RuleFor(request => request.Body).NotEmpty().MaximumLength(CannedResponseRules.MaxBodyLength)
            .Must(body => body is null || !body.Contains('\0', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}_-]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Word();
}
