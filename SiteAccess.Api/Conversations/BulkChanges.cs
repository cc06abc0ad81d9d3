using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Conversations;

/// <summary>
/// Changes many conversations with one call. Each stands for itself: its own transaction, event and answer, by the same rules as a
/// single change, so that one that is refused keeps none of the others back.
/// </summary>
static class BulkChanges
{
    public static async Task<Results<Ok<ChangedConversations>, ProblemHttpResult>> ChangeAsync(
        ChangeConversations request, Caller caller, ConversationDesk desk, CancellationToken aborted)
    {
        if (request.Items is not { Count: > 0 and <= ChangeConversations.MaxItems })
            return RequestValidation.Invalid("items", $"1 to {ChangeConversations.MaxItems}.");
        var answers = new List<ChangedConversation>(request.Items.Count);
        foreach (var item in request.Items)
        {
            if (item.Change is null || InboxEndpoints.FindFault(item.Change) is not null)
            {
                answers.Add(new ChangedConversation(item.Id, Code: ErrorCodes.RequestInvalid));
                continue;
            }

            var (summary, error) = await desk.ChangeAsync(caller.Actor, item.Id, item.Change, aborted);
            answers.Add(new ChangedConversation(item.Id, summary, error));
        }

        return TypedResults.Ok(new ChangedConversations(answers));
    }
}
