using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
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
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Wage_EmployerCharges",
                table: "Placements",
                type: "decimal(5,4)",
                precision: 5,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Wage_FullTimeHours",
                table: "Placements",
                type: "decimal(9,2)",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Wage_HourlyWage",
                table: "Placements",
                type: "decimal(9,2)",
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
