using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ScanCarveDeviate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_UserId_Day",
                table: "Messages");

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "Messages",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ProudTaskId",
                table: "Jobs",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuggestedTasks",
                table: "Jobs",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "Deviations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Scheme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Effect = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Decision = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(9,2)", precision: 9, scale: 2, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    LookBackOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CameOfIt = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    LookedBackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deviations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deviations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Scans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StartedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FinishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Department = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    BusyDayparts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Guide = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TaskIds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    NotNames = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answered = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Unknown = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Scans_Jobs_JobId",
                        column: x => x.JobId,
                        principalTable: "Jobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScanLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScanLinks_Scans_ScanId",
                        column: x => x.ScanId,
                        principalTable: "Scans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScanRemarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ScanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanRemarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScanRemarks_Scans_ScanId",
                        column: x => x.ScanId,
                        principalTable: "Scans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_UserId_Day_About",
                table: "Messages",
                columns: new[] { "UserId", "Day", "About" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_OrganisationId_LookBackOn",
                table: "Deviations",
                columns: new[] { "OrganisationId", "LookBackOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_PersonId",
                table: "Deviations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ScanLinks_Hash",
                table: "ScanLinks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScanLinks_ScanId",
                table: "ScanLinks",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_ScanRemarks_ScanId",
                table: "ScanRemarks",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_Scans_JobId",
                table: "Scans",
                column: "JobId");

            migrationBuilder.CreateIndex(
                name: "IX_Scans_OrganisationId",
                table: "Scans",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Scans_RegionCode",
                table: "Scans",
                column: "RegionCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Deviations");

            migrationBuilder.DropTable(
                name: "ScanLinks");

            migrationBuilder.DropTable(
                name: "ScanRemarks");

            migrationBuilder.DropTable(
                name: "Scans");

            migrationBuilder.DropIndex(
                name: "IX_Messages_UserId_Day_About",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "About",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "ProudTaskId",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "SuggestedTasks",
                table: "Jobs");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_UserId_Day",
                table: "Messages",
                columns: new[] { "UserId", "Day" },
                unique: true);
        }
    }
}
