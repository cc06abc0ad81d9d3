using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.OperatorBlazor.Conversations;
using SiteAccess.OperatorBlazor.Live;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>
/// The conversation that stands open on a circuit. Live messages and pages meet in its log; a hole between them is closed by
/// asking for what came after the last whole position. Lives on the circuit's own thread of work.
/// </summary>
/// <param name="id">The conversation.</param>
/// <param name="messages">Api's messages.</param>
/// <param name="conversations">Api's conversations.</param>
/// <param name="known">The circuit's conversations.</param>
public sealed class OpenThread(Guid id, MessagesClient messages, ConversationsClient conversations, ConversationSet known) : IDisposable
{
    // Two Api instances may publish out of order: what looks like a gap is often whole a moment later (DESIGN, 4).
    static readonly TimeSpan GapPatience = TimeSpan.FromMilliseconds(50);

    readonly CancellationTokenSource _end = new();
    long _readUpTo;
    long _revision;
    string? _epoch;
    bool _isCatchingUp;

    /// <summary>Raised when something of it changed.</summary>
    public event Action? Changed;

    /// <summary>The conversation.</summary>
    public Guid Id => id;

    /// <summary>Its messages.</summary>
    public MessageLog Log { get; private set; } = new();

    /// <summary>What the composer writes to.</summary>
    public ThreadContext Context { get; } = new();

    /// <summary>All that the visitor panel shows; null until it came.</summary>
    public ConversationDetails? Details { get; private set; }

    /// <summary>Its row; null until it came.</summary>
    public ConversationSummary? Summary => known.Find(id) ?? Details?.Summary;

    /// <summary>Whether the first page has come.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Why it could not be shown, as an error code.</summary>
    public string? Problem { get; private set; }

    /// <summary>Fetches the conversation and its newest messages. Listening began before, so nothing falls in between.</summary>
    public Task LoadAsync() => TryAsync(async () =>
    {
        await RefreshDetailsAsync();
        var page = await messages.BeforeAsync(id, long.MaxValue, _end.Token);
        Take(page);
        _revision = page.Revision;
        IsLoaded = true;
    });

    /// <summary>Fetches the page before the oldest message here.</summary>
    public Task LoadOlderAsync() => Log.HasOlder
        ? TryAsync(async () => Take(await messages.BeforeAsync(id, Log.FirstSeq, _end.Token)))
        : Task.CompletedTask;

    /// <summary>Fetches what was missed, and the visitor's state with it.</summary>
    public Task CatchUpAsync() => IsLoaded
        ? TryAsync(async () =>
        {
            await RefreshDetailsAsync();
            await FetchAfterAsync();
        })
        : LoadAsync();

    /// <summary>Fetches what came after the last whole position, and nothing else.</summary>
    public Task LookAsync() => IsLoaded ? TryAsync(FetchAfterAsync) : LoadAsync();

    /// <summary>Takes a message that was edited or deleted.</summary>
    public void Take(MessageChanged changed)
    {
        Log.Change(changed.Message);
        Changed?.Invoke();
    }

    /// <summary>Takes a live message; closes the gap if it leaves one.</summary>
    public async Task TakeAsync(MessageView message)
    {
        if (!Log.Add(message)) return;
        Changed?.Invoke();
        if (!IsLoaded || !Log.HasGap || _isCatchingUp) return;
        _isCatchingUp = true;
        try
        {
            await Task.Delay(GapPatience, _end.Token);
            if (Log.HasGap) await TryAsync(FetchAfterAsync);
        }
        catch (OperationCanceledException)
        {
            // Another conversation was opened meanwhile.
        }
        finally
        {
            _isCatchingUp = false;
        }
    }

    /// <summary>Reads everything that is here, if that is news.</summary>
    public Task MarkReadAsync()
    {
        var seq = Log.LastSeq;
        if (seq <= _readUpTo || Summary is not { UnreadCount: > 0 }) return Task.CompletedTask;
        _readUpTo = seq;
        known.OperatorRead(id, seq);
        Changed?.Invoke();
        return TryAsync(async () =>
        {
            try
            {
                await messages.MarkReadAsync(id, seq, _end.Token);
            }
            catch (ApiException)
            {
                _readUpTo = 0; // Said again when Api answers.
                throw;
            }
        });
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Changed = null;
        _end.Cancel(); // Not disposed: what is still on its way asks it for its token.
    }

    async Task RefreshDetailsAsync()
    {
        Details = await conversations.GetAsync(id, _end.Token);
        known.Put(Details.Summary);
    }

    async Task FetchAfterAsync()
    {
        MessagePage page;
        do
        {
            page = await messages.AfterAsync(id, Log.WholeUpTo, _revision, _end.Token);
            Take(page);
            _revision = page.Revision;
            foreach (var message in page.Changed ?? []) Log.Change(message);
        }
        while (page.HasMore && page.Messages.Count > 0);
    }

    void Take(MessagePage page)
    {
        // Another epoch, or a server that knows less than we do: the data was restored from a backup. Begin anew.
        if (_epoch is not null && (_epoch != page.Epoch || page.LastSeq < Log.LastSeq)) Log = new MessageLog();
        _epoch = page.Epoch;
        foreach (var message in page.Messages) Log.Add(message);
    }

    async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            Problem = null;
        }
        catch (ApiException failure)
        {
            Problem = IsLoaded && failure.MayPass() ? null : failure.Code;
        }
        catch (OperationCanceledException)
        {
            return; // Another conversation was opened meanwhile.
        }
        Changed?.Invoke();
    }
}
