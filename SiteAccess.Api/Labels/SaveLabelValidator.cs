using FluentValidation;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Labels;

namespace SiteAccess.Api.Labels;

sealed class SaveLabelValidator : AbstractValidator<SaveLabel>
{
    public SaveLabelValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(LabelRules.MaxNameLength)
            .Must(name => PlainText.Clip(name, LabelRules.MaxNameLength) == name?.Trim()).WithMessage("One line of plain text.");
        RuleFor(request => request.Color).IsInEnum();
    }
}
