using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Regulations;

internal sealed class MunicipalValueMapping : IEntityTypeConfiguration<MunicipalValue>
{
    public void Configure(EntityTypeBuilder<MunicipalValue> builder)
    {
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.Property(v => v.Rule).HasMaxLength(40);
        builder.Property(v => v.Source).HasMaxLength(MunicipalValue.LongestSource);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.OrganisationId).OnDelete(DeleteBehavior.Restrict);

        // Of two administrators who approve a value for the same day at once, one is told.
        builder.HasIndex(v => new { v.OrganisationId, v.Rule, v.ValidFrom }).IsUnique().HasFilter("[State] = 'Approved'");
    }
}
