using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Statuses = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Loonwaarde = table.Column<decimal>(type: "decimal(9,2)", precision: 9, scale: 2, nullable: true),
                    LoonwaardeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Bijstand = table.Column<bool>(type: "bit", nullable: true),
                    SmallChanceOfWork = table.Column<bool>(type: "bit", nullable: true),
                    AoDeterminedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StatementUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HoursPerWeek = table.Column<decimal>(type: "decimal(9,2)", precision: 9, scale: 2, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Results = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false)
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

            migrationBuilder.DropColumn(
                name: "Loonwaarde",
                table: "People");

            migrationBuilder.DropColumn(
                name: "LoonwaardeOn",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Statuses",
                table: "People");
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
                type: "decimal(9,2)",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LoonwaardeOn",
                table: "People",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Statuses",
                table: "People",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");
        }
    }
}
