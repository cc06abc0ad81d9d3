using System.Diagnostics;
using SiteAccess.Load.Runs;
using SiteAccess.Load.Systems;
using SiteAccess.Load.Wire;

namespace SiteAccess.Load.Pairs;

/// <summary>Brings visitors and operators together. Pairs are spread over the nodes, and where there are several the two of a pair are on different ones.</summary>
sealed class PairSetup(ChatSystem chat, SystemFile system, LoadOptions options, Recorder recorder)
{
    const int AtOnce = 16;
    const int ReceiveBuffer = 4096;

    public async Task<Pair[]> MakeAsync(CancellationToken cancellation)
    {
        var pairs = new Pair[options.Pairs];
        await EachAsync(pairs.Length, async i => pairs[i] = await VisitAsync(Node(i), cancellation));

        // The first message makes a row in every operator's inbox. Operators come after it, or each would hear of all the others' visitors.
        foreach (var pair in pairs)
        {
            pair.Visitor.Send(Stopwatch.GetTimestamp());
        }

        await Settling.WaitAsync(() => pairs.All(pair => pair.Visitor.AcknowledgedCount == 1), "the first messages", cancellation);
        var target = await chat.SignInAsync(cancellation);
        await EachAsync(pairs.Length, i => AnswerAsync(pairs[i], Node(i + 1), target, cancellation));
        return pairs;
    }

    Uri Node(int number) => system.AllRealtimes[number % system.AllRealtimes.Count];

    async Task<Pair> VisitAsync(Uri realtime, CancellationToken cancellation)
    {
        var (conversationId, target) = await chat.ArriveAsync(cancellation);
        var pair = new Pair { ConversationId = conversationId };
        pair.Visitor = await ConnectAsync(pair, Pair.VisitorSide, realtime, target, cancellation);
        return pair;
    }

    async Task AnswerAsync(Pair pair, Uri realtime, string target, CancellationToken cancellation)
    {
        pair.Operator = await ConnectAsync(pair, Pair.OperatorSide, realtime, target, cancellation);
        pair.Operator.Transcript.BeginAfter(pair.LastSeq);
    }

    async Task<Party> ConnectAsync(Pair pair, int side, Uri realtime, string target, CancellationToken cancellation)
    {
        var link = await WebSocketLink.ConnectAsync(realtime, target, source: null, ReceiveBuffer, cancellation);
        var wire = chat.Speak(link, side);
        var party = new Party(pair, side, wire, recorder);
        wire.Prepare(pair.ConversationId, options.BodyBytes);
        wire.Open();
        await wire.JoinAsync(pair.ConversationId);
        return party;
    }

    static Task EachAsync(int count, Func<int, Task> make) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => await make(i));
}
