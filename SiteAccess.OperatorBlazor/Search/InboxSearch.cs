using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Search;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Search;

/// <summary>What the operator of this circuit searches for, and what was found. Only the newest question's answer counts.</summary>
/// <param name="api">Api.</param>
/// <param name="time">The clock.</param>
public sealed class InboxSearch(OperatorApi api, TimeProvider time) : IDisposable
{
    // Nobody wants an answer to every letter.
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    const int MaxVisitors = 5;
    CancellationTokenSource _question = new();

    /// <summary>Raised when something changed.</summary>
    public event Action? Changed;

    /// <summary>What is searched for.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the results stand in the list's place.</summary>
    public bool IsOpen => Text.Trim().Length >= SearchRules.MinLength;

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Why there is no answer, as an error code.</summary>
    public string? Problem { get; private set; }

    /// <summary>Visitors whose name or address begins so, each with their newest conversation.</summary>
    public IReadOnlyList<ConversationSummary> Visitors { get; private set; } = [];

    /// <summary>Messages that hold the words, newest first.</summary>
    public IReadOnlyList<MessageHit> Messages { get; private set; } = [];

    /// <summary>Where more messages can be found; null at the end.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Searches for something else; for nothing, the list is back.</summary>
    public async Task AskAsync(string text)
    {
        if (text == Text && Problem is null) return;
        var token = Begin(text);
        if (!IsOpen) return;
        try
        {
            await Task.Delay(Pause, time, token);
            var query = $"q={Uri.EscapeDataString(Text.Trim())}";
            var visitors = api.ReadAsync<ConversationPage>($"/api/v1/search/visitors?{query}&limit={MaxVisitors}", token);
            var messages = api.ReadAsync<MessageHitPage>($"/api/v1/search/messages?{query}", token);
            await Task.WhenAll(visitors, messages);
            token.ThrowIfCancellationRequested();
            (Visitors, Messages, Cursor) = ((await visitors).Items, (await messages).Items, (await messages).NextCursor);
            End(null);
        }
        catch (OperationCanceledException)
        {
            return; // Something else is asked for meanwhile.
        }
        catch (ApiException failure) when (!token.IsCancellationRequested)
        {
            End(failure.Code);
        }
        catch (ApiException)
        {
            return; // Of a question that nobody has any more.
        }
    }

    /// <summary>Fetches the next page of messages.</summary>
    public async Task MoreAsync()
    {
        if (Cursor is not { } cursor || IsBusy) return;
        var token = _question.Token;
        IsBusy = true;
        try
        {
            var page = await api.ReadAsync<MessageHitPage>($"/api/v1/search/messages?q={Uri.EscapeDataString(Text.Trim())}&cursor={cursor}", token);
            token.ThrowIfCancellationRequested();
            (Messages, Cursor) = ([.. Messages, .. page.Items], page.NextCursor);
            End(null);
        }
        catch (OperationCanceledException)
        {
            return; // Something else is asked for meanwhile.
        }
        catch (ApiException failure) when (!token.IsCancellationRequested)
        {
            End(failure.Code);
        }
        catch (ApiException)
        {
            return; // Of a question that nobody has any more.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _question.Cancel(); // Not disposed: what is still on its way asks it for its token.

    CancellationToken Begin(string text)
    {
        _question.Cancel();
        _question = new CancellationTokenSource();
        Text = text;
        (IsBusy, Problem, Cursor) = (IsOpen, null, null);
        if (!IsOpen) (Visitors, Messages) = ([], []);
        Changed?.Invoke();
        return _question.Token;
    }

    void End(string? problem)
    {
        (IsBusy, Problem) = (false, problem);
        Changed?.Invoke();
    }
}
