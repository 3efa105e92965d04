using Marketplace.Data.Conventions;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Imports;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportFile>, IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.IsBusy);
        builder.Property(i => i.Faults).HasConversion<JsonConverter<IReadOnlyList<ImportFault>>>(JsonConverter<IReadOnlyList<ImportFault>>.Comparer).HasMaxLength(20_000);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.OrganisationId, i.CreatedAt });
        builder.HasIndex(i => i.State);
    }

    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.HasKey(f => f.ImportId);
        builder.HasOne<Import>().WithOne().HasForeignKey<ImportFile>(f => f.ImportId);
    }

    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reference).HasMaxLength(64);
        builder.HasOne<Import>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganisationId, r.Kind, r.Reference }).IsUnique();
        builder.HasIndex(r => r.EntityId);
    }
}
