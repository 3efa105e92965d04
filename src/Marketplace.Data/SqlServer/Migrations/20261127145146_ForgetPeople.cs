using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marketplace.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ForgetPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "HelpedUntil",
                table: "People",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_PersonId",
                table: "Proposals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_CoachId",
                table: "Placements",
                column: "CoachId");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ConsultantId",
                table: "Placements",
                column: "ConsultantId");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ProposalId",
                table: "Placements",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_People_ConsultantId",
                table: "People",
                column: "ConsultantId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenSteps_OrganisationId_DoneAt",
                table: "OpenSteps",
                columns: new[] { "OrganisationId", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenSteps_PersonId",
                table: "OpenSteps",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenSteps_PlacementId",
                table: "OpenSteps",
                column: "PlacementId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenSteps_ProposalId",
                table: "OpenSteps",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenSteps_UserId_DoneAt",
                table: "OpenSteps",
                columns: new[] { "UserId", "DoneAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Proposals_PersonId",
                table: "Proposals");

            migrationBuilder.DropIndex(
                name: "IX_Placements_CoachId",
                table: "Placements");

            migrationBuilder.DropIndex(
                name: "IX_Placements_ConsultantId",
                table: "Placements");

            migrationBuilder.DropIndex(
                name: "IX_Placements_ProposalId",
                table: "Placements");

            migrationBuilder.DropIndex(
                name: "IX_People_ConsultantId",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_OpenSteps_OrganisationId_DoneAt",
                table: "OpenSteps");

            migrationBuilder.DropIndex(
                name: "IX_OpenSteps_PersonId",
                table: "OpenSteps");

            migrationBuilder.DropIndex(
                name: "IX_OpenSteps_PlacementId",
                table: "OpenSteps");

            migrationBuilder.DropIndex(
                name: "IX_OpenSteps_ProposalId",
                table: "OpenSteps");

            migrationBuilder.DropIndex(
                name: "IX_OpenSteps_UserId_DoneAt",
                table: "OpenSteps");

            migrationBuilder.DropColumn(
                name: "HelpedUntil",
                table: "People");
        }
    }
}
