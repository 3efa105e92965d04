using Marketplace.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Narrowing;

internal sealed class NarrowingMapping : IEntityTypeConfiguration<IndexChange>, IEntityTypeConfiguration<IndexFeed>, IEntityTypeConfiguration<PersonColumns>
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

    public void Configure(EntityTypeBuilder<PersonColumns> builder)
    {
        // Mapped as a view, so that it is read only and no migration knows it.
        builder.HasNoKey().ToView("People");
        builder.Property(p => p.CapacityLevels).HasConversion<PackedLevelsConverter>();
        foreach (var name in new[]
        {
            nameof(PersonColumns.AvailableDayparts), nameof(PersonColumns.Modes), nameof(PersonColumns.Certificates), nameof(PersonColumns.Exclusions), nameof(PersonColumns.BringsAlong),
            nameof(PersonColumns.Forms), nameof(PersonColumns.WishedSectors), nameof(PersonColumns.WishedTags), nameof(PersonColumns.UnwantedTags),
        })
        {
            builder.Property<IReadOnlyList<string>>(name).HasConversion(new CodesConverter(), CodesConverter.Comparer);
        }
    }
}
