using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Arrangements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Standings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Statuses = table.Column<string>(type: "TEXT", nullable: false),
                    Loonwaarde = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: true),
                    LoonwaardeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Bijstand = table.Column<bool>(type: "INTEGER", nullable: true),
                    SmallChanceOfWork = table.Column<bool>(type: "INTEGER", nullable: true),
                    AoDeterminedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StatementUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Standings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Standings_People_Id",
                        column: x => x.Id,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ToldArrangements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HoursPerWeek = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Results = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToldArrangements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ToldArrangements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ToldArrangements_PersonId_On",
                table: "ToldArrangements",
                columns: new[] { "PersonId", "On" });

            // What stood with the profile stands apart from now on.
            migrationBuilder.Sql("""
                INSERT INTO Standings (Id, Version, Statuses, Loonwaarde, LoonwaardeOn, RecordedBy)
                SELECT Id, Version, Statuses, Loonwaarde, LoonwaardeOn, '' FROM People
                """);

            // In place: a rebuild of the table cannot be one transaction.
            foreach (var column in new[] { "Loonwaarde", "LoonwaardeOn", "Statuses" })
                migrationBuilder.Sql($"ALTER TABLE People DROP COLUMN {column}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Standings");

            migrationBuilder.DropTable(
                name: "ToldArrangements");

            migrationBuilder.AddColumn<decimal>(
                name: "Loonwaarde",
                table: "People",
                type: "TEXT",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LoonwaardeOn",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Statuses",
                table: "People",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}
