using Microsoft.AspNetCore.Components;
using Radzen;
using SiteAccess.OperatorBlazor.Language;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>Says in a corner what was done, with a way to undo it, or what did not work.</summary>
/// <param name="notifications">Shows them.</param>
public sealed class Notices(NotificationService notifications)
{
    const double Life = 8_000;

    /// <summary>Says what was done.</summary>
    /// <param name="text">What.</param>
    /// <param name="undoText">The button's word.</param>
    /// <param name="undo">Undoes it.</param>
    public void Say(string text, string undoText, Func<Task> undo)
    {
        NotificationMessage message = null!;
        message = new NotificationMessage
        {
            Severity = NotificationSeverity.Info,
            Duration = Life,
            CloseAriaLabel = ShellTexts.Close,
            SummaryContent = _ => builder =>
            {
                builder.OpenComponent<NoticeContent>(0);
                builder.AddComponentParameter(1, nameof(NoticeContent.Text), text);
                builder.AddComponentParameter(2, nameof(NoticeContent.ActionText), undoText);
                builder.AddComponentParameter(3, nameof(NoticeContent.OnAction), EventCallback.Factory.Create(this, async () =>
                {
                    notifications.Messages.Remove(message);
                    await undo();
                }));
                builder.CloseComponent();
            },
        };
        notifications.Notify(message);
    }

    /// <summary>Does something and says so when Api refuses it.</summary>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (ApiException failure)
        {
            Fail(ErrorTexts.For(failure.Code, failure.RetryAfter));
            return false;
        }
    }

    /// <summary>Says what did not work.</summary>
    public void Fail(string text) => notifications.Notify(new NotificationMessage
    {
        Severity = NotificationSeverity.Error,
        Duration = Life,
        CloseAriaLabel = ShellTexts.Close,
        Summary = text,
    });
}
