using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Placements;

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>, IEntityTypeConfiguration<Workplace>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.ComplexProperty(p => p.Terms);
        builder.ComplexProperty(p => p.Wage, wage => wage.Property(w => w.EmployerCharges).HasPrecision(5, 4));
        builder.Ignore(p => p.IsActive).Ignore(p => p.IsPaid).Ignore(p => p.UnknownFacts);
        builder.HasMany(p => p.Workplaces).WithOne().HasForeignKey(w => w.PlacementId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Job>().WithMany().HasForeignKey(p => p.JobId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Placement>().WithMany().HasForeignKey(p => p.PreviousId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.EmployerId, p.State });
        builder.HasIndex(p => p.ConsultantId);
        builder.HasIndex(p => p.CoachId);
        builder.HasIndex(p => p.ProposalId);
    }

    public void Configure(EntityTypeBuilder<Workplace> builder) => builder.Property(w => w.Id).ValueGeneratedNever();
}
