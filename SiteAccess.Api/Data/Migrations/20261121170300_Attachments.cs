using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SiteAccess.Api.Data.Migrations
{
    /// <inheritdoc />
    public partial class Attachments : Migration
    {
        // What a channel begins with, kept as a default of the columns: rows that are there get it too.
        const string DefaultTypes =
            "'{image/png,image/jpeg,image/gif,image/webp,image/heic,application/pdf,video/mp4,video/quicktime,video/webm,audio/mpeg," +
            "audio/mp4,audio/ogg,audio/wav,application/zip,application/vnd.openxmlformats-officedocument.wordprocessingml.document," +
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/plain}'";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "attachments", table: "message", type: "jsonb", nullable: true);
            migrationBuilder.AddColumn<long>(
                name: "attachment_max_bytes", table: "channel", type: "bigint", nullable: false, defaultValue: 20971520L);
            migrationBuilder.AddColumn<int>(
                name: "attachment_max_count", table: "channel", type: "integer", nullable: false, defaultValue: 10);
            migrationBuilder.AddColumn<string[]>(
                name: "attachment_types", table: "channel", type: "text[]", nullable: false, defaultValueSql: DefaultTypes);
            migrationBuilder.AddCheckConstraint(
                name: "ck_channel_attachments", table: "channel", sql: "attachment_max_bytes > 0 and attachment_max_count between 0 and 50");

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uploader_type = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    uploader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: true),
                    height = table.Column<int>(type: "integer", nullable: true),
                    is_whole = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                    table.CheckConstraint("ck_attachment_message", "message_id is null or is_whole");
                    table.CheckConstraint("ck_attachment_size", "size >= 0");
                    table.CheckConstraint("ck_attachment_uploader_type", "uploader_type in ('visitor', 'operator')");
                    table.ForeignKey(
                        name: "fk_attachment_conversation_id",
                        column: x => x.conversation_id,
                        principalTable: "conversation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attachment_message_id",
                        column: x => x.message_id,
                        principalTable: "message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attachment_piece",
                columns: table => new
                {
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_piece", x => new { x.attachment_id, x.position });
                    table.ForeignKey(
                        name: "fk_attachment_piece_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Files are packed already: Postgres need not try.
            migrationBuilder.Sql("alter table attachment_piece alter column bytes set storage external");
            migrationBuilder.CreateIndex(name: "ix_attachment_conversation_id", table: "attachment", column: "conversation_id");
            migrationBuilder.CreateIndex(
                name: "ix_attachment_created_at", table: "attachment", column: "created_at", filter: "message_id is null");
            migrationBuilder.CreateIndex(
                name: "ix_attachment_message_id", table: "attachment", column: "message_id", filter: "message_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "attachment_piece");
            migrationBuilder.DropTable(name: "attachment");
            migrationBuilder.DropColumn(name: "attachments", table: "message");
            migrationBuilder.DropCheckConstraint(name: "ck_channel_attachments", table: "channel");
            migrationBuilder.DropColumn(name: "attachment_max_bytes", table: "channel");
            migrationBuilder.DropColumn(name: "attachment_max_count", table: "channel");
            migrationBuilder.DropColumn(name: "attachment_types", table: "channel");
        }
    }
}
