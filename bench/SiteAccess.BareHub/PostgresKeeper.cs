using System.Threading.Channels;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.BareHub;

/// <summary>Commits before it answers, with natural batching: while one commit is under way the next batch collects.</summary>
sealed class PostgresKeeper(MessageTable table) : BackgroundService, IKeeper
{
    const int Largest = 256;

    readonly Positions _positions = new();
    readonly Channel<(SendToConversation Request, TaskCompletionSource<MessageView> Answer)> _queue =
        Channel.CreateUnbounded<(SendToConversation, TaskCompletionSource<MessageView>)>(new UnboundedChannelOptions { SingleReader = true });

    public Task<MessageView> KeepAsync(SendToConversation request)
    {
        var answer = new TaskCompletionSource<MessageView>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((request, answer));
        return answer.Task;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await table.CreateAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var answers = new List<TaskCompletionSource<MessageView>>();
        var messages = new List<MessageView>();
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            while (messages.Count < Largest && _queue.Reader.TryRead(out var waiting))
            {
                messages.Add(_positions.Number(waiting.Request));
                answers.Add(waiting.Answer);
            }

            await table.InsertAsync(messages, stoppingToken);
            for (var i = 0; i < messages.Count; i++)
            {
                answers[i].SetResult(messages[i]);
            }

            messages.Clear();
            answers.Clear();
        }
    }
}
