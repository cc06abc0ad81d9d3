using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Messages;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>
/// What an operator's screen knows: the conversations, which list is shown, which conversation stands open. One per circuit,
/// and only its own thread of work touches it.
/// </summary>
/// <param name="conversations">Api's conversations.</param>
/// <param name="messages">Api's messages.</param>
public sealed class Inbox(ConversationsClient conversations, MessagesClient messages) : IDisposable
{
    static readonly InboxFilter Everything = new(InboxView.All);

    readonly CancellationTokenSource _end = new();
    readonly InboxPages _pages = new();

    /// <summary>Raised when the lists changed.</summary>
    public event Action? Changed;

    /// <summary>Raised when another conversation is opened: the one before, and the one now.</summary>
    public event Action<Guid?, Guid?>? Opened;

    /// <summary>Who works here; set before anything is loaded.</summary>
    public SignedInOperator Me { get; set; } = null!;

    /// <summary>The operator's time zone.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Every conversation that this circuit has seen.</summary>
    public ConversationSet Known { get; } = new();

    /// <summary>The list that is shown.</summary>
    public InboxFilter Filter { get; private set; } = Everything;

    /// <summary>The conversation that stands open.</summary>
    public OpenThread? Thread { get; private set; }

    /// <summary>Why the list could not be fetched, as an error code.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether the list that is shown has come.</summary>
    public bool IsLoaded => _pages.IsLoaded(Filter);

    /// <summary>Whether older rows can be fetched.</summary>
    public bool HasOlder => _pages.CursorOf(Filter) is not null;

    /// <summary>The rows of the list that is shown.</summary>
    public List<ConversationSummary> Rows => RowsOf(Filter);

    /// <summary>Conversations that have something unread and need somebody.</summary>
    public int UnreadConversations => RowsOf(Everything).Count(row => row.UnreadCount > 0);

    /// <summary>Whether there is nothing to show at all.</summary>
    public bool IsEmpty => Filter == Everything && IsLoaded && Rows.Count == 0;

    /// <summary>How many a tab holds, as far as is known; "50+" when there are more pages.</summary>
    public string CountOf(InboxView view)
    {
        var filter = Filter with { View = view };
        return RowsOf(filter).Count + (_pages.CursorOf(filter) is null ? "" : "+");
    }

    /// <summary>
    /// Fetches the first page of each tab; again later, to find what was missed. What everybody works on is among it in any case:
    /// the unread are counted there.
    /// </summary>
    public Task LoadAsync() => FetchAsync([.. Enum.GetValues<InboxView>().Select(view => Filter with { View = view }).Append(Everything).Distinct()]);

    /// <summary>
    /// Fetches the list of everybody's conversations alone: a look in between that costs one request, for the rows of the other
    /// lists are among its rows.
    /// </summary>
    public Task LookAsync() => FetchAsync([Filter with { View = InboxView.All }]);

    /// <summary>Fetches the next page of the list that is shown.</summary>
    public async Task LoadOlderAsync()
    {
        if (_pages.CursorOf(Filter) is not { } cursor) return;
        var filter = Filter;
        try
        {
            var page = await conversations.ListAsync(filter, cursor, _end.Token);
            foreach (var item in page.Items) Known.Put(item);
            _pages.Note(filter, page, isFirst: false);
        }
        catch (ApiException failure)
        {
            Problem = failure.Code;
        }
        Changed?.Invoke();
    }

    /// <summary>Raised when another list is shown.</summary>
    public event Action<InboxFilter>? Shown;

    /// <summary>Begins with a list, before anything is loaded.</summary>
    public void BeginWith(InboxFilter filter) => Filter = filter;

    /// <summary>Shows another list.</summary>
    public Task ShowAsync(InboxFilter filter)
    {
        Filter = filter;
        Shown?.Invoke(filter);
        Changed?.Invoke();
        return IsLoaded ? Task.CompletedTask : LoadAsync();
    }

    /// <summary>Opens a conversation; null closes the one that is open.</summary>
    public Task OpenAsync(Guid? id)
    {
        if (Thread?.Id == id) return Task.CompletedTask;
        var before = Thread?.Id;
        Thread?.Dispose();
        Thread = id is { } wanted ? new OpenThread(wanted, messages, conversations, Known) : null;
        Opened?.Invoke(before, id);
        Changed?.Invoke();
        return Thread?.LoadAsync() ?? Task.CompletedTask;
    }

    /// <summary>Changes a conversation's status or assignee.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task ChangeAsync(Guid id, ChangeConversation change)
    {
        Known.Put(await conversations.ChangeAsync(id, change, _end.Token));
        Changed?.Invoke();
    }

    /// <summary>Changes many conversations, each in its own way.</summary>
    /// <returns>What became of each.</returns>
    /// <exception cref="ApiException">Api refused the whole call, or did not answer.</exception>
    public async Task<IReadOnlyList<ChangedConversation>> ChangeAsync(IReadOnlyList<ConversationChange> changes)
    {
        var answers = new List<ChangedConversation>(changes.Count);
        foreach (var part in changes.Chunk(ChangeConversations.MaxItems))
            answers.AddRange((await conversations.ChangeAsync(part, _end.Token)).Items);
        foreach (var answer in answers)
            if (answer.Conversation is { } changed)
                Known.Put(changed);
        Changed?.Invoke();
        return answers;
    }

    /// <summary>Notes why the lists could not be fetched.</summary>
    public void Fail(string code)
    {
        Problem = code;
        Changed?.Invoke();
    }

    /// <summary>Says that something in <see cref="Known"/> changed.</summary>
    public void Touch() => Changed?.Invoke();

    /// <inheritdoc />
    public void Dispose()
    {
        Thread?.Dispose();
        _end.Cancel(); // Not disposed: what is still on its way asks it for its token.
    }

    async Task FetchAsync(InboxFilter[] filters)
    {
        try
        {
            var pages = await Task.WhenAll(filters.Select(filter => conversations.ListAsync(filter, null, _end.Token)));
            foreach (var (filter, page) in filters.Zip(pages))
            {
                Known.Replace(filter, Me.Id, page, keep: Thread?.Id);
                _pages.Note(filter, page, isFirst: true);
            }
            Problem = null;
        }
        catch (ApiException failure)
        {
            Problem = failure.Code;
        }
        Changed?.Invoke();
    }

    List<ConversationSummary> RowsOf(InboxFilter filter) =>
        _pages.IsLoaded(filter) ? Known.In(filter, Me.Id, _pages.FloorOf(filter)) : [];
}
