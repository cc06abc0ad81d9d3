using SiteAccess.FaultTests.Load;

namespace SiteAccess.FaultTests.Oracle;

/// <summary>Holds what the clients were told against what the database has. Every broken promise is one line.</summary>
static class Judge
{
    /// <summary>The promises that were broken; none if all is well.</summary>
    public static IReadOnlyList<string> Try(IEnumerable<ClientLog> logs, Truth truth)
    {
        var clients = logs.ToList();
        var byConversation = truth.Messages.ToLookup(message => message.ConversationId);
        return
        [
            .. clients.Select(log => log.ConversationId).Distinct().SelectMany(id => TryConversation(id, [.. byConversation[id]], truth)),
            .. clients.SelectMany(log => TryAnswers(log, [.. byConversation[log.ConversationId]])),
            .. clients.GroupBy(log => log.ConversationId).SelectMany(group => TryOrigins(group, byConversation[group.Key])),
            .. clients.SelectMany(log => TryList(log, [.. byConversation[log.ConversationId]])),
        ];
    }

    // Stored once each, counted from 1 without gaps, as far as the conversation says.
    static IEnumerable<string> TryConversation(Guid id, StoredMessage[] stored, Truth truth)
    {
        var seqs = stored.Select(message => message.Seq).Order().ToArray();
        for (var i = 0; i < seqs.Length; i++)
        {
            if (seqs[i] == i + 1) continue;
            yield return $"conversation {id}: place {i + 1} is taken by seq {seqs[i]}";
            break;
        }

        foreach (var twice in stored.CountBy(message => message.ClientMessageId).Where(count => count.Value > 1))
            yield return $"conversation {id}: {twice.Key} is stored {twice.Value} times";
        var claimed = truth.LastSeqs.GetValueOrDefault(id);
        if (claimed != stored.Length) yield return $"conversation {id}: says {claimed} messages, has {stored.Length}";
    }

    // Acknowledged means stored, in that place and with those words; and in the order in which it was said.
    static IEnumerable<string> TryAnswers(ClientLog log, StoredMessage[] stored)
    {
        var bodies = log.AllSaid.ToDictionary(said => said.ClientMessageId, said => said.Body);
        foreach (var answer in log.Answers)
        {
            var message = stored.FirstOrDefault(message => message.ClientMessageId == answer.ClientMessageId);
            if (answer.Refusal is { } code) yield return $"{log.Client}: {answer.ClientMessageId} was refused: {code}";
            else if (message is null) yield return $"{log.Client}: {answer.ClientMessageId} was acknowledged as seq {answer.Seq} and is not stored";
            else if (message.Id != answer.Id || message.Seq != answer.Seq) yield return $"{log.Client}: {answer.ClientMessageId} was acknowledged as seq {answer.Seq} and is stored as seq {message.Seq}";
            else if (message.Body != bodies.GetValueOrDefault(answer.ClientMessageId)) yield return $"{log.Client}: {answer.ClientMessageId} is stored with other words";
        }

        var answered = log.Answers.Select(answer => answer.ClientMessageId).ToHashSet();
        foreach (var open in log.AllSaid.Where(said => !answered.Contains(said.ClientMessageId))) yield return $"{log.Client}: {open.ClientMessageId} was never answered";
        var places = stored.ToLookup(message => message.ClientMessageId, message => message.Seq);
        var order = log.AllSaid.SelectMany(said => places[said.ClientMessageId].Take(1)).ToArray();
        if (!order.SequenceEqual(order.Order())) yield return $"{log.Client}: its messages are not stored in the order in which it said them";
    }

    // Stored means acknowledged to whoever said it; nothing comes from nowhere.
    static IEnumerable<string> TryOrigins(IEnumerable<ClientLog> logs, IEnumerable<StoredMessage> stored)
    {
        var acknowledged = logs.SelectMany(log => log.Answers).Where(answer => answer.Refusal is null).Select(answer => answer.ClientMessageId).ToHashSet();
        return stored.Where(message => !acknowledged.Contains(message.ClientMessageId))
            .Select(message => $"conversation {message.ConversationId}: seq {message.Seq} ({message.ClientMessageId}) is stored and was acknowledged to nobody");
    }

    // What a client shows is what is stored.
    static IEnumerable<string> TryList(ClientLog log, StoredMessage[] stored)
    {
        var truth = stored.OrderBy(message => message.Seq).Select(message => new Delivery(message.Seq, message.Id, message.ClientMessageId, message.Body)).ToArray();
        var shown = log.Timeline.List;
        if (!shown.SequenceEqual(truth))
        {
            var same = shown.Zip(truth).TakeWhile(pair => pair.First == pair.Second).Count();
            yield return $"{log.Client}: shows {shown.Count} of {truth.Length} messages, the first {same} as stored";
        }

        foreach (var contradiction in log.Timeline.Contradictions) yield return $"{log.Client}: {contradiction}";
        if (log.Timeline.HasGap) yield return $"{log.Client}: waits for something that never came";
    }
}
