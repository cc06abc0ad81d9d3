using FluentValidation;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Visitors;

sealed class ChangeVisitorValidator : AbstractValidator<ChangeVisitor>
{
    public ChangeVisitorValidator()
    {
        RuleFor(request => request.Name).MaximumLength(VisitorLimits.Name);
        RuleFor(request => request.Email).MaximumLength(VisitorLimits.Email);
        RuleFor(request => request.Email).EmailAddress().When(request => !string.IsNullOrWhiteSpace(request.Email));
        RuleFor(request => request.Attributes).Must(attributes => attributes is null || (attributes.Count <= VisitorLimits.Attributes
            && attributes.All(pair => pair.Key.Length <= VisitorLimits.AttributeName && pair.Value is { Length: <= VisitorLimits.AttributeValue })));
    }
}
