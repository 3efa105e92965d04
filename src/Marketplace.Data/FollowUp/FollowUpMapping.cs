using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.FollowUp;

internal sealed class FollowUpMapping : IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<OpenStep>, IEntityTypeConfiguration<FollowUpRecord>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.IsOpen).Ignore(r => r.IsTalk);

        // A sweep and a user who answer the same line at once: the second is told.
        builder.Property(r => r.State).IsConcurrencyToken();
        builder.HasOne<Placement>().WithMany().HasForeignKey(r => r.PlacementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);

        // One line of the function is one row, however often it is computed.
        builder.HasIndex(r => new { r.SubjectId, r.Code, r.LegalDate, r.Step, r.Recipient }).IsUnique();
        builder.HasIndex(r => new { r.State, r.SendOn });
    }

    public void Configure(EntityTypeBuilder<OpenStep> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.IsOpen);
        builder.HasIndex(s => new { s.DoneAt, s.SendOn });
        builder.HasIndex(s => new { s.UserId, s.DoneAt });
        builder.HasIndex(s => new { s.OrganisationId, s.DoneAt });
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.ProposalId);
        builder.HasIndex(s => s.PlacementId);
    }

    public void Configure(EntityTypeBuilder<FollowUpRecord> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Placement>().WithMany().HasForeignKey(r => r.PlacementId).OnDelete(DeleteBehavior.Restrict);
    }
}
