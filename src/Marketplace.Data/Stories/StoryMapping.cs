using Marketplace.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Stories;

internal sealed class StoryMapping : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> builder)
    {
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Slug).HasMaxLength(60);
        builder.Property(s => s.Lines).HasMaxLength(4000);
        builder.Ignore(s => s.IsShown);
        builder.HasIndex(s => s.Slug).IsUnique();
    }
}
