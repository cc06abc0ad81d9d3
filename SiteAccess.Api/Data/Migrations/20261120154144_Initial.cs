using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SiteAccess.Api.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "channel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    secret = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    requires_signed_identity = table.Column<bool>(type: "boolean", nullable: false),
                    allowed_origins = table.Column<List<string>>(type: "text[]", nullable: false),
                    accent = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel", x => x.id);
                    table.CheckConstraint("ck_channel_accent", "accent ~ '^#[0-9A-Fa-f]{6}$'");
                    table.CheckConstraint("ck_channel_key", "key ~ '^[A-Za-z0-9_-]+$'");
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    friendly_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.friendly_name);
                });

            migrationBuilder.CreateTable(
                name: "operator",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operator", x => x.id);
                    table.CheckConstraint("ck_operator_role", "role in ('admin', 'supervisor', 'operator')");
                });

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

            migrationBuilder.CreateTable(
                name: "system_setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_system_setting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "visitor",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    email = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    locale = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    user_agent = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    page_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    page_title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    referrer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visitor", x => x.id);
                    table.ForeignKey(
                        name: "fk_visitor_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "channel_member",
                columns: table => new
                {
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    operator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_member", x => new { x.channel_id, x.operator_id });
                    table.ForeignKey(
                        name: "fk_channel_member_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_channel_member_operator_id",
                        column: x => x.operator_id,
                        principalTable: "operator",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "operator_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    rotation_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_agent = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operator_session", x => x.id);
                    table.CheckConstraint("ck_operator_session_hashes", "octet_length(secret_hash) = 32 and octet_length(rotation_hash) = 32");
                    table.ForeignKey(
                        name: "fk_operator_session_operator_id",
                        column: x => x.operator_id,
                        principalTable: "operator",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conversation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    snoozed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_seq = table.Column<long>(type: "bigint", nullable: false),
                    visitor_delivered_seq = table.Column<long>(type: "bigint", nullable: false),
                    visitor_read_seq = table.Column<long>(type: "bigint", nullable: false),
                    operator_delivered_seq = table.Column<long>(type: "bigint", nullable: false),
                    operator_read_seq = table.Column<long>(type: "bigint", nullable: false),
                    unread_by_visitor = table.Column<int>(type: "integer", nullable: false),
                    unread_by_operators = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_activity_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    waiting_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversation", x => x.id);
                    table.CheckConstraint("ck_conversation_positions", "visitor_delivered_seq between 0 and last_seq and visitor_read_seq between 0 and last_seq and operator_delivered_seq between 0 and last_seq and operator_read_seq between 0 and last_seq");
                    table.CheckConstraint("ck_conversation_snoozed", "snoozed_until is null or status = 'snoozed'");
                    table.CheckConstraint("ck_conversation_status", "status in ('open', 'pending', 'snoozed', 'resolved')");
                    table.CheckConstraint("ck_conversation_unread", "unread_by_visitor >= 0 and unread_by_operators >= 0");
                    table.ForeignKey(
                        name: "fk_conversation_assignee_id",
                        column: x => x.assignee_id,
                        principalTable: "operator",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_conversation_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conversation_visitor_id",
                        column: x => x.visitor_id,
                        principalTable: "visitor",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visitor_key",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visitor_key", x => x.key_hash);
                    table.CheckConstraint("ck_visitor_key_hash", "octet_length(key_hash) = 32");
                    table.ForeignKey(
                        name: "fk_visitor_key_visitor_id",
                        column: x => x.visitor_id,
                        principalTable: "visitor",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender_type = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    sender_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sender_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => x.id);
                    table.CheckConstraint("ck_message_body", "char_length(body) <= 8000 and (body <> '' or kind <> 'text')");
                    table.CheckConstraint("ck_message_kind", "kind in ('text', 'attachment', 'note', 'call', 'meeting', 'event')");
                    table.CheckConstraint("ck_message_sender", "sender_id is not null or sender_type in ('bot', 'system')");
                    table.CheckConstraint("ck_message_sender_type", "sender_type in ('visitor', 'operator', 'bot', 'system')");
                    table.CheckConstraint("ck_message_seq", "seq > 0");
                    table.ForeignKey(
                        name: "fk_message_conversation_id",
                        column: x => x.conversation_id,
                        principalTable: "conversation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ux_channel_key",
                table: "channel",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_channel_member_operator_id",
                table: "channel_member",
                column: "operator_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversation_assignee_id",
                table: "conversation",
                column: "assignee_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversation_inbox",
                table: "conversation",
                columns: new[] { "channel_id", "status", "last_activity_at", "id" },
                filter: "last_seq > 0");

            migrationBuilder.CreateIndex(
                name: "ix_conversation_inbox_assignee",
                table: "conversation",
                columns: new[] { "channel_id", "status", "assignee_id", "last_activity_at", "id" },
                filter: "last_seq > 0");

            migrationBuilder.CreateIndex(
                name: "ix_conversation_visitor_id_created_at",
                table: "conversation",
                columns: new[] { "visitor_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ux_conversation_empty",
                table: "conversation",
                column: "visitor_id",
                unique: true,
                filter: "last_seq = 0");

            migrationBuilder.CreateIndex(
                name: "ux_message_conversation_id_client_message_id",
                table: "message",
                columns: new[] { "conversation_id", "client_message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_message_conversation_id_seq",
                table: "message",
                columns: new[] { "conversation_id", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_operator_normalized_email",
                table: "operator",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_operator_normalized_user_name",
                table: "operator",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_operator_session_expires_at",
                table: "operator_session",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_operator_session_operator_id",
                table: "operator_session",
                column: "operator_id");

            migrationBuilder.CreateIndex(
                name: "ux_operator_session_secret_hash",
                table: "operator_session",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_event_position",
                table: "outbox_event",
                column: "position",
                filter: "published_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_visitor_channel_id_user_id",
                table: "visitor",
                columns: new[] { "channel_id", "user_id" },
                unique: true,
                filter: "user_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_visitor_key_visitor_id",
                table: "visitor_key",
                column: "visitor_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "channel_member");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "message");

            migrationBuilder.DropTable(
                name: "operator_session");

            migrationBuilder.DropTable(
                name: "outbox_event");

            migrationBuilder.DropTable(
                name: "system_setting");

            migrationBuilder.DropTable(
                name: "visitor_key");

            migrationBuilder.DropTable(
                name: "conversation");

            migrationBuilder.DropTable(
                name: "operator");

            migrationBuilder.DropTable(
                name: "visitor");

            migrationBuilder.DropTable(
                name: "channel");
        }
    }
}
