using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.Sqlite.Migrations
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
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "DisplacementAnswers",
                table: "Jobs",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "HourlyWage",
                table: "Jobs",
                type: "TEXT",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NotNames",
                table: "Jobs",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewOn",
                table: "Jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TeamYesBy",
                table: "Jobs",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "TeamYesOn",
                table: "Jobs",
                type: "TEXT",
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
