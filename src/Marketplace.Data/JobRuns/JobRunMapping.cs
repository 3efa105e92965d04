using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.JobRuns;

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Error).HasMaxLength(4000);
        builder.HasIndex(r => new { r.Name, r.StartedAt });
    }

    public void Configure(EntityTypeBuilder<JobLease> builder) => builder.HasKey(l => l.Name);
}
