using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Messages;

/// <summary>
/// The one way in for messages, from REST and from Realtime's batches: a batch is one transaction, each item has its own
/// answer, and events are told after the commit.
/// </summary>
sealed class MessageIntake(IntakeContexts contexts, OutboxPublisher outbox, TimeProvider clock, ILogger<MessageIntake> log)
{
    /// <summary>Stores the sends; the answers come in their order. Repeating a send is harmless.</summary>
    public async Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<SendItem> items, CancellationToken cancellation)
    {
        using var span = StartSpan(items);
        try
        {
            return await StoreAsync(items, cancellation);
        }
        catch (Exception failure) when (items.Count > 1 && IsRefusedByDatabase(failure))
        {
            // Something that the rules let through offends the database. Find out which item, and let the others pass.
            log.LogError(failure, "A batch of {Count} sends was refused; storing them one by one", items.Count);
            var results = new List<SendResult>(items.Count);
            foreach (var item in items)
                results.Add(await StoreAloneAsync(item, cancellation));
            return results;
        }
    }

    async Task<SendResult> StoreAloneAsync(SendItem item, CancellationToken cancellation)
    {
        try
        {
            return (await StoreAsync([item], cancellation))[0];
        }
        catch (Exception failure) when (IsRefusedByDatabase(failure))
        {
            log.LogError(failure, "The send {ClientMessageId} to {ConversationId} was refused", item.ClientMessageId, item.ConversationId);
            return new SendResult(null, Error: ErrorCodes.ServerError);
        }
    }

    async Task<IReadOnlyList<SendResult>> StoreAsync(IReadOnlyList<SendItem> items, CancellationToken cancellation)
    {
        await using var db = contexts.Create();
        var (results, told) = await db.Database.CreateExecutionStrategy().ExecuteAsync(aborted => StoreNewAsync(db, items, aborted), cancellation);
        outbox.Tell(told);
        MessageMetrics.NoteBatch(items.Count);
        return results;
    }

    // Nearly every send is new, and the unique index finds the one that is not: only then are the stored ones looked up.
    async Task<(SendResult[] Results, Committed? Told)> StoreNewAsync(
        SiteAccessDb db, IReadOnlyList<SendItem> items, CancellationToken cancellation)
    {
        try
        {
            // A repeat with files is no insert that could fail: its files are taken, by itself.
            return await StoreOnceAsync(db, items, withRepeats: items.Any(item => item.HasFiles), cancellation);
        }
        catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: MessageConfiguration.OneOfClient })
        {
            return await StoreOnceAsync(db, items, withRepeats: true, cancellation);
        }
    }

    // Begin and commit travel with the statements, so a batch takes two round trips. Whoever leaves in between has committed
    // nothing: the connection is closed, which rolls back.
    async Task<(SendResult[] Results, Committed? Told)> StoreOnceAsync(
        SiteAccessDb db, IReadOnlyList<SendItem> items, bool withRepeats, CancellationToken cancellation)
    {
        var sound = items.Where(item => SendRules.FindFault(item) is null).ToList();
        if (sound.Count == 0)
            return ([.. items.Select(new IntakePlan(new IntakeFacts(), clock.Now()).Take)], null);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var facts = await IntakeReader.BeginAsync(db, sound, withRepeats, cancellation);
            var plan = new IntakePlan(facts, clock.Now());
            SendResult[] results = [.. items.Select(plan.Take)];
            return (results, plan.Added.Count == 0 ? null : await WriteAsync(db, plan, facts, clock.Now(), cancellation));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task<Committed> WriteAsync(
        SiteAccessDb db, IntakePlan plan, IntakeFacts facts, DateTimeOffset now, CancellationToken cancellation)
    {
        var events = plan.Added
            .Select(added => Facts.MessageReceived(facts.Conversations[added.Message.ConversationId].ChannelId, plan.View(added.Message), added.TraceParent))
            .ToList();
        var isToldMore = plan.Told.Count > 0;
        if (isToldMore)
        {
            await IntakeWriter.WriteAsync(db, plan, cancellation);
            var rows = await db.InboxRows(db.Conversations.Where(conversation => plan.Told.Contains(conversation.Id))).ToListAsync(cancellation);
            events.AddRange(rows.Select(row => Facts.ConversationUpdated(row.ToSummary(), SiteAccessTelemetry.CurrentTraceParent)));
        }

        return await IntakeWriter.CommitAsync(db, plan, isToldMore, events, now, cancellation);
    }

    static bool IsRefusedByDatabase(Exception failure) =>
        failure is PostgresException { IsTransient: false } or { InnerException: PostgresException { IsTransient: false } };

    static Activity? StartSpan(IReadOnlyList<SendItem> items)
    {
        // Many traces meet in a batch: its span belongs to none of them and links to each.
        var links = items
            .Select(item => SiteAccessTelemetry.Parse(item.TraceParent))
            .Where(context => context != default)
            .Select(context => new ActivityLink(context));
        return SiteAccessTelemetry.Source
            .StartActivity(ActivityKind.Internal, links: links, name: "messages store")
            ?.SetTag("messaging.batch.message_count", items.Count);
    }
}
