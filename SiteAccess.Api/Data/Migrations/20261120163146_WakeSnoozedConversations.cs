using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SiteAccess.Api.Data.Migrations
{
    /// <inheritdoc />
    public partial class WakeSnoozedConversations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_conversation_snoozed_until",
                table: "conversation",
                column: "snoozed_until",
                filter: "snoozed_until is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_conversation_snoozed_until",
                table: "conversation");
        }
    }
}
