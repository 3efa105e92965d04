using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Auditing;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<StateChange>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Fields).HasMaxLength(4000);
        builder.Property(a => a.Subjects).HasMaxLength(4000);
        builder.HasIndex(a => a.EntityId);
    }

    public void Configure(EntityTypeBuilder<StateChange> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.EntityId);
    }
}
