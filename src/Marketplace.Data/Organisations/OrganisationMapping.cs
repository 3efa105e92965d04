using Marketplace.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Organisations;

internal sealed class OrganisationMapping :
    IEntityTypeConfiguration<Region>,
    IEntityTypeConfiguration<Organisation>,
    IEntityTypeConfiguration<OrganisationRegion>,
    IEntityTypeConfiguration<Site>,
    IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Region> builder) => builder.HasKey(r => r.Code);

    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasMany(o => o.Regions).WithOne().HasForeignKey(r => r.OrganisationId);
        builder.HasMany(o => o.Sites).WithOne().HasForeignKey(s => s.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<OrganisationRegion> builder)
    {
        builder.HasKey(r => new { r.OrganisationId, r.RegionCode });
        builder.HasOne<Region>().WithMany().HasForeignKey(r => r.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Site> builder) => builder.Property(s => s.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => new { m.OrganisationId, m.Role });
        builder.HasIndex(m => new { m.UserId, m.OrganisationId, m.Role }).IsUnique();
        builder.Property(m => m.BlockedAt).IsConcurrencyToken();

        // Who is blocked signs in nowhere, gets no mail and is nobody's colleague. The pages of administrators ask for everybody.
        builder.HasQueryFilter(m => m.BlockedAt == null);
    }
}
