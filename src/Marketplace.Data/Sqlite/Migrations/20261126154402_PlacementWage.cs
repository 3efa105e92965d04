using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlacementWage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NoCoachBecause",
                table: "Placements",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Wage_EmployerCharges",
                table: "Placements",
                type: "TEXT",
                precision: 5,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Wage_FullTimeHours",
                table: "Placements",
                type: "TEXT",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Wage_HourlyWage",
                table: "Placements",
                type: "TEXT",
                precision: 9,
                scale: 2,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NoCoachBecause",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "Wage_EmployerCharges",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "Wage_FullTimeHours",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "Wage_HourlyWage",
                table: "Placements");
        }
    }
}
