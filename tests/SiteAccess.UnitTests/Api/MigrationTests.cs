using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.UnitTests.Api;

public class MigrationTests(PostgresServer postgres)
{
    // What an installation of the first release holds, in its own columns: never changed together with the model.
    const string RowsOfTheFirstRelease = """
        insert into channel (id, name, key, secret, requires_signed_identity, allowed_origins, created_at)
            values ('00000000-0000-7000-8000-000000000001', 'Shop', 'shop', 'secret', false, '{https://shop.example}', now());
        insert into "operator" (id, name, role, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed,
            two_factor_enabled, lockout_enabled, access_failed_count)
            values ('00000000-0000-7000-8000-000000000002', 'Olga', 'admin', now(), 'o@x', 'O@X', 'o@x', 'O@X', true, false, true, 0);
        insert into visitor (id, channel_id, first_seen_at, last_seen_at)
            values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', now(), now());
        insert into conversation (id, channel_id, visitor_id, status, last_seq, visitor_delivered_seq, visitor_read_seq,
            operator_delivered_seq, operator_read_seq, unread_by_visitor, unread_by_operators, created_at, last_activity_at)
            values ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000003',
                'open', 1, 0, 0, 0, 0, 0, 1, now(), now());
        insert into message (id, conversation_id, seq, client_message_id, sender_type, sender_id, kind, body, created_at)
            values ('00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-000000000004', 1, gen_random_uuid(), 'visitor',
                '00000000-0000-7000-8000-000000000003', 'text', 'Hello', now());
        insert into outbox_event (id, type, channel_id, conversation_id, seq, payload, created_at, published_at)
            values ('00000000-0000-7000-8000-000000000006', 'message:received', '00000000-0000-7000-8000-000000000001',
                    '00000000-0000-7000-8000-000000000004', 1, '{"body": "Привет"}', now(), null),
                   ('00000000-0000-7000-8000-000000000007', 'message:received', '00000000-0000-7000-8000-000000000001',
                    '00000000-0000-7000-8000-000000000004', 1, '{"body": "told"}', now(), now());
        """;

    [Fact]
    public async Task An_old_installation_is_brought_up_to_date_with_its_rows()
    {
        await using var db = await OpenAsync();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());
        await db.Database.ExecuteSqlRawAsync(RowsOfTheFirstRelease.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        await db.Database.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal("Hello", (await db.Messages.SingleAsync()).Body);
        Assert.Equal(1, (await db.Conversations.SingleAsync()).LastSeq);
        Assert.NotNull((await db.Conversations.SingleAsync()).BegunAt);

        var untold = Assert.Single(Fact.Split((await db.Outbox.SingleAsync()).Events));
        var message = JsonSerializer.Deserialize<BusEvent>(untold.Text.Span, WireJson.Options)!;
        Assert.Equal((HubEvents.MessageReceived, 1L), (message.Type, message.Seq));
        Assert.Equal("Привет", message.Data.GetProperty("body").GetString());
    }

    [Fact]
    public async Task The_migrations_make_the_tables_that_the_model_expects()
    {
        await using var db = await OpenAsync();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Instances_that_start_at_once_prepare_an_empty_database_once()
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        var nodes = Enumerable.Range(0, 3).Select(_ => new ApiHost.Node(connectionString)).ToList();
        try
        {
            await Task.WhenAll(nodes.Select(node => Task.Run(node.WaitUntilReadyAsync)));
            Assert.Equal(1, await nodes[0].WithAsync<SiteAccessDb, int>(db => db.Operators.CountAsync()));
            Assert.Equal(1, await nodes[0].WithAsync<SiteAccessDb, int>(db => db.Settings.CountAsync()));
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    async Task<SiteAccessDb> OpenAsync() =>
        new(new DbContextOptionsBuilder<SiteAccessDb>().UseNpgsql(await postgres.CreateDatabaseAsync()).Options);
}
