using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SiteAccess.Api.Data.Migrations
{
    /// <summary>
    /// Messages can call operators, answer one another, be edited and deleted; conversations count the changes. Responses are kept
    /// ready. Nothing of what is there changes.
    /// </summary>
    public partial class NotesAndChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(name: "mention_ids", table: "conversation", type: "uuid[]", nullable: true);
            migrationBuilder.AddColumn<long>(name: "revision", table: "conversation", type: "bigint", nullable: false, defaultValue: 0L);
            migrationBuilder.AddColumn<DateTimeOffset>(name: "deleted_at", table: "message", type: "timestamp with time zone", nullable: true);
            migrationBuilder.AddColumn<DateTimeOffset>(name: "edited_at", table: "message", type: "timestamp with time zone", nullable: true);
            migrationBuilder.AddColumn<Guid[]>(name: "mention_ids", table: "message", type: "uuid[]", nullable: true);
            migrationBuilder.AddColumn<long>(name: "reply_to_seq", table: "message", type: "bigint", nullable: true);
            migrationBuilder.AddColumn<long>(name: "revision", table: "message", type: "bigint", nullable: true);
            migrationBuilder.CreateIndex(
                    name: "ix_conversation_mention_ids", table: "conversation", column: "mention_ids", filter: "mention_ids is not null")
                .Annotation("Npgsql:IndexMethod", "gin");
            migrationBuilder.CreateIndex(
                name: "ix_message_conversation_id_revision",
                table: "message",
                columns: new[] { "conversation_id", "revision" },
                filter: "revision is not null");
            migrationBuilder.DropCheckConstraint(name: "ck_message_body", table: "message");
            migrationBuilder.AddCheckConstraint(
                name: "ck_message_body",
                table: "message",
                sql: "char_length(body) <= 8000 and (body <> '' or kind <> 'text' or deleted_at is not null)");
            migrationBuilder.AddCheckConstraint(name: "ck_message_deleted", table: "message", sql: "deleted_at is null or body = ''");
            migrationBuilder.AddCheckConstraint(name: "ck_message_mention", table: "message", sql: "mention_ids is null or kind = 'note'");
            migrationBuilder.AddCheckConstraint(name: "ck_message_reply", table: "message", sql: "reply_to_seq between 1 and seq - 1");
            migrationBuilder.AddColumn<bool>(name: "shows_drafts", table: "channel", type: "boolean", nullable: false, defaultValue: false);
            CreateCannedResponses(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "canned_response");
            migrationBuilder.DropColumn(name: "shows_drafts", table: "channel");
            migrationBuilder.DropCheckConstraint(name: "ck_message_reply", table: "message");
            migrationBuilder.DropCheckConstraint(name: "ck_message_mention", table: "message");
            migrationBuilder.DropCheckConstraint(name: "ck_message_deleted", table: "message");

            // The earlier version knows no empty message.
            migrationBuilder.Sql("update message set body = '…' where deleted_at is not null");
            migrationBuilder.DropCheckConstraint(name: "ck_message_body", table: "message");
            migrationBuilder.AddCheckConstraint(
                name: "ck_message_body", table: "message", sql: "char_length(body) <= 8000 and (body <> '' or kind <> 'text')");
            migrationBuilder.DropIndex(name: "ix_message_conversation_id_revision", table: "message");
            migrationBuilder.DropIndex(name: "ix_conversation_mention_ids", table: "conversation");
            migrationBuilder.DropColumn(name: "revision", table: "message");
            migrationBuilder.DropColumn(name: "reply_to_seq", table: "message");
            migrationBuilder.DropColumn(name: "mention_ids", table: "message");
            migrationBuilder.DropColumn(name: "edited_at", table: "message");
            migrationBuilder.DropColumn(name: "deleted_at", table: "message");
            migrationBuilder.DropColumn(name: "revision", table: "conversation");
            migrationBuilder.DropColumn(name: "mention_ids", table: "conversation");
        }

        static void CreateCannedResponses(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "canned_response",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_id = table.Column<Guid>(type: "uuid", nullable: true),
                    shortcut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_canned_response", x => x.id);
                    table.ForeignKey(
                        name: "fk_canned_response_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.CreateIndex(
                    name: "ux_canned_response_channel_id_shortcut",
                    table: "canned_response",
                    columns: new[] { "channel_id", "shortcut" },
                    unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }
    }
}
