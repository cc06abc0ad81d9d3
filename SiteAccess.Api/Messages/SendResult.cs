using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>What became of one send: either a message or an error.</summary>
/// <param name="Message">The stored message.</param>
/// <param name="IsRepeat">Whether it had been stored before.</param>
/// <param name="Error">One of <see cref="Contracts.Errors.ErrorCodes"/>.</param>
sealed record SendResult(MessageView? Message, bool IsRepeat = false, string? Error = null);
