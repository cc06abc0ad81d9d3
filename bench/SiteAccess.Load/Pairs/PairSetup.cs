using System.Diagnostics;
using SiteAccess.Contracts.Hub;
using SiteAccess.Load.Runs;
using SiteAccess.Load.Wire;

namespace SiteAccess.Load.Pairs;

/// <summary>Brings visitors and operators together: visitors on the first Realtime address, operators on the last.</summary>
sealed class PairSetup(SystemUnderLoad system, LoadOptions options, Recorder recorder)
{
    const int AtOnce = 16;
    const int ReceiveBuffer = 4096;

    public async Task<Pair[]> MakeAsync(CancellationToken cancellation)
    {
        using var rest = new Rest(system.AllApis);
        var pairs = new Pair[options.Pairs];
        await EachAsync(pairs.Length, async i => pairs[i] = await VisitAsync(rest, cancellation));

        // The first message makes a row in every operator's inbox. Operators come after it, or each would hear of all the others' visitors.
        foreach (var pair in pairs)
        {
            pair.Visitor.Send(Stopwatch.GetTimestamp());
        }

        await Settling.WaitAsync(() => pairs.All(pair => pair.Visitor.AcknowledgedCount == 1), "the first messages", cancellation);
        var operatorToken = (await rest.SignInAsync(system, cancellation)).AccessToken;
        await EachAsync(pairs.Length, i => AnswerAsync(pairs[i], operatorToken, cancellation));
        return pairs;
    }

    async Task<Pair> VisitAsync(Rest rest, CancellationToken cancellation)
    {
        var session = await rest.ArriveAsync(system.ChannelKey, cancellation);
        var conversation = await rest.BeginAsync(session.Token, cancellation);
        var pair = new Pair { ConversationId = conversation.Id };
        pair.Visitor = await ConnectAsync(pair, Pair.VisitorSide, system.AllRealtimes[0], session.Token, cancellation);
        return pair;
    }

    async Task AnswerAsync(Pair pair, string token, CancellationToken cancellation)
    {
        pair.Operator = await ConnectAsync(pair, Pair.OperatorSide, system.AllRealtimes[^1], token, cancellation);
        pair.Operator.Transcript.BeginAfter(pair.LastSeq);
    }

    async Task<Party> ConnectAsync(Pair pair, int side, Uri realtime, string token, CancellationToken cancellation)
    {
        var link = await WebSocketLink.ConnectAsync(realtime, $"{HubEvents.Path}?access_token={token}", source: null, ReceiveBuffer, cancellation);
        var wire = new HubWire(link, side);
        var party = new Party(pair, side, wire, recorder);
        wire.Prepare(pair.ConversationId, options.BodyBytes);
        wire.Open();
        await wire.JoinAsync(pair.ConversationId);
        return party;
    }

    static Task EachAsync(int count, Func<int, Task> make) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => await make(i));
}
