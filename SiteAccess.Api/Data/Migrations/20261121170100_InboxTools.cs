using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SiteAccess.Api.Data.Migrations
{
    /// <summary>Labels, priorities and saved filters of the inbox, and the search over messages and visitors.</summary>
    public partial class InboxTools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "priority", table: "conversation", type: "character varying(16)", maxLength: 16, nullable: false, defaultValue: "none");
            migrationBuilder.AddCheckConstraint(
                name: "ck_conversation_priority", table: "conversation", sql: "priority in ('none', 'low', 'medium', 'high', 'urgent')");
            migrationBuilder.CreateIndex(
                name: "ix_conversation_inbox_priority",
                table: "conversation",
                columns: new[] { "channel_id", "status", "priority", "last_activity_at", "id" },
                filter: "begun_at is not null and priority <> 'none'");
            CreateLabels(migrationBuilder);
            CreateFilters(migrationBuilder);
            CreateSearch(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop index ix_visitor_search;
                drop index ix_message_search;
                drop function search_names(text, text);
                drop function search_words(text);
                drop function search_text(text);
                """);
            migrationBuilder.DropTable(name: "saved_filter");
            migrationBuilder.DropTable(name: "conversation_label");
            migrationBuilder.DropTable(name: "label");
            migrationBuilder.DropIndex(name: "ix_conversation_inbox_priority", table: "conversation");
            migrationBuilder.DropCheckConstraint(name: "ck_conversation_priority", table: "conversation");
            migrationBuilder.DropColumn(name: "priority", table: "conversation");
        }

        static void CreateLabels(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "label",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    normalized_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    color = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table => table.PrimaryKey("pk_label", x => x.id));
            migrationBuilder.CreateTable(
                name: "conversation_label",
                columns: table => new
                {
                    label_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversation_label", x => new { x.label_id, x.conversation_id });
                    table.ForeignKey(
                        "fk_conversation_label_conversation_id", x => x.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
                    table.ForeignKey("fk_conversation_label_label_id", x => x.label_id, "label", "id", onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.CreateIndex(name: "ux_label_normalized_name", table: "label", column: "normalized_name", unique: true);
            migrationBuilder.CreateIndex(
                name: "ix_conversation_label_conversation_id", table: "conversation_label", column: "conversation_id");
        }

        static void CreateFilters(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "saved_filter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    normalized_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filter", x => x.id);
                    table.ForeignKey("fk_saved_filter_operator_id", x => x.operator_id, "operator", "id", onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.CreateIndex(
                name: "ux_saved_filter_operator_id_normalized_name",
                table: "saved_filter",
                columns: new[] { "operator_id", "normalized_name" },
                unique: true);
        }

        // Both languages in one pass over the text: the configuration "russian" gives words of Latin letters to the English stemmer
        // and all others to the Russian one. A database that was made with the locale C folds the case of Latin letters alone, so
        // the folding names a collation that knows all of them: the built-in one of Postgres 17 and later, else that of ICU.
        static void CreateSearch(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            do $do$
            begin
                execute format(
                    'create function search_text(text) returns text language sql immutable strict parallel safe return lower($1 collate pg_catalog.%I)',
                    coalesce(
                        (select collname from pg_collation where collname = 'pg_c_utf8' and collencoding in (-1, 6)),
                        (select collname from pg_collation where collname = 'und-x-icu'),
                        'default'));
            end
            $do$;
            create function search_words(text) returns tsvector language sql immutable strict parallel safe
                return to_tsvector('pg_catalog.russian', search_text($1));
            create function search_names(name text, email text) returns tsvector language sql immutable parallel safe
                return to_tsvector('pg_catalog.simple', search_text(
                    translate(coalesce(name, '') || ' ' || coalesce(email, ''), '@.,:;/\_+-''"()<>&|!*', '                     ')));
            create index ix_message_search on message using gin (search_words(body)) where kind in ('text', 'note', 'attachment');
            create index ix_visitor_search on visitor using gin (search_names(name, email));
            """);
    }
}
