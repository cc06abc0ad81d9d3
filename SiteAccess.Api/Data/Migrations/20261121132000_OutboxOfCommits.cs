using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SiteAccess.Api.Data.Migrations
{
    /// <summary>
    /// The outbox holds one row a commit instead of one an event, and no index of conversations names a column that every message
    /// changes. Events that were not told yet are taken along.
    /// </summary>
    public partial class OutboxOfCommits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "outbox_batch",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    events = table.Column<byte[]>(type: "bytea", nullable: false),
                    event_count = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_batch", x => x.position);
                });

            migrationBuilder.Sql("""
                insert into outbox_batch (events, event_count, created_at)
                select convert_to(json_build_array(json_strip_nulls(json_build_object(
                    'id', id, 'type', type, 'channelId', channel_id, 'conversationId', conversation_id, 'seq', seq,
                    'traceParent', trace_parent, 'data', payload)))::text, 'UTF8'), 1, created_at
                from outbox_event where published_at is null order by position
                """);
            migrationBuilder.DropTable(name: "outbox_event");

            // Rows live for a moment and are not worth compressing; what is dead has to go at a low, fixed number.
            migrationBuilder.Sql("""
                alter table outbox_batch alter column events set storage external;
                alter table outbox_batch set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
                """);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "begun_at", table: "conversation", type: "timestamp with time zone", nullable: true);
            migrationBuilder.Sql("update conversation set begun_at = created_at where last_seq > 0");

            // Room in each page, so that a row's next version finds its place beside it.
            migrationBuilder.Sql("alter table conversation set (fillfactor = 70)");
            Replace(migrationBuilder, "begun_at is not null", "begun_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Replace(migrationBuilder, "last_seq > 0", "last_seq = 0");
            migrationBuilder.Sql("alter table conversation reset (fillfactor)");
            migrationBuilder.DropColumn(name: "begun_at", table: "conversation");
            migrationBuilder.DropTable(name: "outbox_batch");
            migrationBuilder.CreateTable(
                name: "outbox_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seq = table.Column<long>(type: "bigint", nullable: true),
                    trace_parent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    payload = table.Column<string>(type: "json", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_event", x => x.id);
                });
            migrationBuilder.CreateIndex(
                name: "ix_outbox_event_position", table: "outbox_event", column: "position", filter: "published_at is null");
        }

        static void Replace(MigrationBuilder migrationBuilder, string isBegun, string isEmpty)
        {
            migrationBuilder.DropIndex(name: "ix_conversation_inbox", table: "conversation");
            migrationBuilder.DropIndex(name: "ix_conversation_inbox_assignee", table: "conversation");
            migrationBuilder.DropIndex(name: "ux_conversation_empty", table: "conversation");
            migrationBuilder.CreateIndex(
                name: "ix_conversation_inbox",
                table: "conversation",
                columns: new[] { "channel_id", "status", "last_activity_at", "id" },
                filter: isBegun);
            migrationBuilder.CreateIndex(
                name: "ix_conversation_inbox_assignee",
                table: "conversation",
                columns: new[] { "channel_id", "status", "assignee_id", "last_activity_at", "id" },
                filter: isBegun);
            migrationBuilder.CreateIndex(
                name: "ux_conversation_empty", table: "conversation", column: "visitor_id", unique: true, filter: isEmpty);
        }
    }
}
