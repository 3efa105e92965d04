using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Narrowing;

internal sealed class NarrowingMapping : IEntityTypeConfiguration<IndexChange>, IEntityTypeConfiguration<IndexFeed>
{
    public void Configure(EntityTypeBuilder<IndexChange> builder)
    {
        builder.Property(c => c.Code).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<IndexFeed> builder)
    {
        builder.HasKey(f => f.Name);
        builder.Property(f => f.Name).HasMaxLength(40);
    }
}
