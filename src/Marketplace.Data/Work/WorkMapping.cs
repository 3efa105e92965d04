using Marketplace.Data.Conventions;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Work;

internal sealed class WorkMapping : IEntityTypeConfiguration<WorkTask>, IEntityTypeConfiguration<WorkerFunction>, IEntityTypeConfiguration<Job>, IEntityTypeConfiguration<Scan>
{
    public void Configure(EntityTypeBuilder<WorkTask> builder)
    {
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.ComplexProperty(t => t.Rhythm);
        builder.Ignore(t => t.IsAsked).Ignore(t => t.FirstName);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.OrganisationId, t.State });
    }

    public void Configure(EntityTypeBuilder<WorkerFunction> builder)
    {
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Property(f => f.Name).HasMaxLength(WorkTask.MostLettersInDoneBy);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId);
        builder.HasIndex(f => new { f.OrganisationId, f.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(j => j.Version).IsConcurrencyToken();
        builder.Ignore(j => j.MinutesPerWeek).Ignore(j => j.CanBeMatched).Ignore(j => j.Displacement).Ignore(j => j.IsCarved);
        builder.Property(j => j.DisplacementAnswers).HasConversion(new DisplacementAnswersConverter(), DisplacementAnswersConverter.Comparer).HasMaxLength(2000);
        builder.HasMany(j => j.Tasks).WithOne().HasForeignKey(t => t.JobId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(j => j.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(j => new { j.RegionCode, j.State });
        builder.HasIndex(j => j.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<Scan> builder)
    {
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Next);
        builder.HasOne<Job>().WithMany().HasForeignKey(s => s.JobId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.OrganisationId);
        builder.HasIndex(s => s.RegionCode);
        builder.OwnsMany(s => s.Remarks, remark =>
        {
            remark.ToTable("ScanRemarks").HasKey(r => r.Id);
            remark.Property(r => r.Id).ValueGeneratedNever();
            remark.Property(r => r.Field).HasMaxLength(40);
        });
        builder.OwnsMany(s => s.Links, link =>
        {
            link.ToTable("ScanLinks").HasKey(l => l.Id);
            link.Property(l => l.Id).ValueGeneratedNever();
            link.Property(l => l.Hash).HasMaxLength(64);
            link.Property(l => l.UsedAt).IsConcurrencyToken();
            link.HasIndex(l => l.Hash).IsUnique();
        });
    }
}
