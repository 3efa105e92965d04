using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Publishing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NotNames",
                table: "WorkTasks",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "DisplacementAnswers",
                table: "Jobs",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "HourlyWage",
                table: "Jobs",
                type: "decimal(9,2)",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NotNames",
                table: "Jobs",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewOn",
                table: "Jobs",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TeamYesBy",
                table: "Jobs",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "TeamYesOn",
                table: "Jobs",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NotNames",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "DisplacementAnswers",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "HourlyWage",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "NotNames",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "ReviewOn",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "TeamYesBy",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "TeamYesOn",
                table: "Jobs");
        }
    }
}
