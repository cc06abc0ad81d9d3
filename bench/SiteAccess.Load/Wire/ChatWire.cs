namespace SiteAccess.Load.Wire;

/// <summary>Speaks a chat protocol over a link, on behalf of one end of a conversation.</summary>
abstract class ChatWire(WebSocketLink link)
{
    TaskCompletionSource? _asked;

    /// <summary>Who hears what comes.</summary>
    public IHearing? Hearing { get; set; }

    protected WebSocketLink Link => link;

    /// <summary>Starts to receive and greets the server.</summary>
    public void Open()
    {
        link.Start(Take, () =>
        {
            _asked?.TrySetException(new IOException("The connection ended"));
            Hearing?.Ended();
        });
        Greet();
    }

    /// <summary>Joins a conversation; done when the server has answered.</summary>
    public abstract Task JoinAsync(Guid conversationId);

    /// <summary>Makes ready to send to a conversation.</summary>
    /// <param name="conversationId">Where to.</param>
    /// <param name="bodyBytes">The length of each body.</param>
    public abstract void Prepare(Guid conversationId, int bodyBytes);

    /// <summary>Sends message number <paramref name="number"/>.</summary>
    public abstract void Send(int number);

    /// <summary>Tells the server that this end lives.</summary>
    public abstract void Beat();

    protected abstract void Greet();

    protected abstract void Take(ReadOnlySpan<byte> payload);

    /// <summary>Sends a question that <see cref="Answered"/> ends.</summary>
    protected Task AskAsync(ReadOnlySpan<byte> text)
    {
        _asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        link.Send(WebSocketFrame.Text(text));
        return _asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    protected void Answered(string? error)
    {
        if (error is null)
        {
            _asked?.TrySetResult();
        }
        else
        {
            _asked?.TrySetException(new IOException(error));
        }
    }
}
