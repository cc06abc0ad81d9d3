using FluentValidation;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>The text itself is judged by the intake, which every way in shares.</summary>
sealed class SendMessageValidator : AbstractValidator<SendMessage>
{
    public SendMessageValidator() => RuleFor(request => request.ClientMessageId).NotEmpty();
}
