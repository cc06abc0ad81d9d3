using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SiteAccess.Api.Data.Migrations
{
    /// <summary>Operators' states, teams, automatic assignment, and what operators know of visitors.</summary>
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "attributes",
                table: "visitor",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "blocked_at",
                table: "visitor",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "blocked_by_id",
                table: "visitor",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "visit_started_at",
                table: "visitor",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "operator",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "online");

            migrationBuilder.AddColumn<Guid>(
                name: "team_id",
                table: "conversation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "assigns_automatically",
                table: "channel",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "operator_limit",
                table: "channel",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.CreateTable(
                name: "team",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team", x => x.id);
                    table.CheckConstraint("ck_team_name", "name <> ''");
                });

            migrationBuilder.CreateTable(
                name: "visitor_page_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visitor_page_view", x => x.id);
                    table.ForeignKey(
                        name: "fk_visitor_page_view_visitor_id",
                        column: x => x.visitor_id,
                        principalTable: "visitor",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_member",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    operator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_member", x => new { x.team_id, x.operator_id });
                    table.ForeignKey(
                        name: "fk_team_member_operator_id",
                        column: x => x.operator_id,
                        principalTable: "operator",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_team_member_team_id",
                        column: x => x.team_id,
                        principalTable: "team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_visitor_channel_id_blocked_at_id",
                table: "visitor",
                columns: new[] { "channel_id", "blocked_at", "id" },
                filter: "blocked_at is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_operator_state",
                table: "operator",
                sql: "state in ('online', 'busy', 'offline')");

            migrationBuilder.CreateIndex(
                name: "ix_conversation_open_of_assignee",
                table: "conversation",
                column: "assignee_id",
                filter: "status = 'open' and assignee_id is not null and begun_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_conversation_team_id_channel_id_status",
                table: "conversation",
                columns: new[] { "team_id", "channel_id", "status" },
                filter: "team_id is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_channel_operator_limit",
                table: "channel",
                sql: "operator_limit between 1 and 100");

            migrationBuilder.CreateIndex(
                name: "ux_team_name",
                table: "team",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_member_operator_id",
                table: "team_member",
                column: "operator_id");

            migrationBuilder.CreateIndex(
                name: "ix_visitor_page_view_visitor_id_id",
                table: "visitor_page_view",
                columns: new[] { "visitor_id", "id" });

            migrationBuilder.AddForeignKey(
                name: "fk_conversation_team_id",
                table: "conversation",
                column: "team_id",
                principalTable: "team",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            // Runs by what a name or an address begins with, whatever its case; the model has no words for such indexes.
            migrationBuilder.Sql("""
                create index ix_visitor_name on visitor (channel_id, lower(name) collate "C") where name is not null;
                create index ix_visitor_email on visitor (channel_id, lower(email) collate "C") where email is not null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_visitor_name; drop index ix_visitor_email;");

            migrationBuilder.DropForeignKey(
                name: "fk_conversation_team_id",
                table: "conversation");

            migrationBuilder.DropTable(
                name: "team_member");

            migrationBuilder.DropTable(
                name: "visitor_page_view");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropIndex(
                name: "ix_visitor_channel_id_blocked_at_id",
                table: "visitor");

            migrationBuilder.DropCheckConstraint(
                name: "ck_operator_state",
                table: "operator");

            migrationBuilder.DropIndex(
                name: "ix_conversation_open_of_assignee",
                table: "conversation");

            migrationBuilder.DropIndex(
                name: "ix_conversation_team_id_channel_id_status",
                table: "conversation");

            migrationBuilder.DropCheckConstraint(
                name: "ck_channel_operator_limit",
                table: "channel");

            migrationBuilder.DropColumn(
                name: "attributes",
                table: "visitor");

            migrationBuilder.DropColumn(
                name: "blocked_at",
                table: "visitor");

            migrationBuilder.DropColumn(
                name: "blocked_by_id",
                table: "visitor");

            migrationBuilder.DropColumn(
                name: "visit_started_at",
                table: "visitor");

            migrationBuilder.DropColumn(
                name: "state",
                table: "operator");

            migrationBuilder.DropColumn(
                name: "team_id",
                table: "conversation");

            migrationBuilder.DropColumn(
                name: "assigns_automatically",
                table: "channel");

            migrationBuilder.DropColumn(
                name: "operator_limit",
                table: "channel");
        }
    }
}
