using Marketplace.Data.Conventions;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.People;

internal sealed class PeopleMapping :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<Capacity>,
    IEntityTypeConfiguration<Consent>,
    IEntityTypeConfiguration<EmployerCode>,
    IEntityTypeConfiguration<Standing>,
    IEntityTypeConfiguration<ToldArrangements>,
    IEntityTypeConfiguration<Deviation>,
    IEntityTypeConfiguration<IncomeTalk>,
    IEntityTypeConfiguration<IdentityRecord>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.StaffNote).HasMaxLength(4000);
        builder.Property(p => p.CapacityLevels).HasConversion<PackedLevelsConverter>().HasMaxLength(PackedLevelsConverter.Length).IsFixedLength().IsUnicode(false);
        builder.Property(p => p.Packed).HasMaxLength(PackedPerson.Size).IsFixedLength();
        builder.Ignore(p => p.OldestCapacityOn).Ignore(p => p.IsComplete);
        builder.HasMany(p => p.Capacities).WithOne().HasForeignKey(c => c.PersonId);
        builder.HasMany(p => p.Consents).WithOne().HasForeignKey(c => c.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.RegionCode);
        builder.HasIndex(p => p.OrganisationId);
        builder.HasIndex(p => p.ConsultantId);
    }

    public void Configure(EntityTypeBuilder<Capacity> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.PersonId, c.Dimension }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Snapshot).HasMaxLength(8000);
        builder.HasIndex(c => new { c.PersonId, c.Purpose });
    }

    public void Configure(EntityTypeBuilder<EmployerCode> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasIndex(c => new { c.PersonId, c.OrganisationId }).IsUnique();
        builder.HasIndex(c => new { c.OrganisationId, c.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Standing> builder)
    {
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithOne().HasForeignKey<Standing>(s => s.Id);
    }

    public void Configure(EntityTypeBuilder<ToldArrangements> builder)
    {
        builder.Property(t => t.Form).HasMaxLength(40);
        builder.Property(t => t.Results).HasConversion<JsonConverter<IReadOnlyList<ToldResult>>>(JsonConverter<IReadOnlyList<ToldResult>>.Comparer).HasMaxLength(8000);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        builder.HasIndex(t => new { t.PersonId, t.On });
    }

    public void Configure(EntityTypeBuilder<Deviation> builder)
    {
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Property(d => d.PaysPerMonth).HasPrecision(9, 2);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.HasIndex(d => d.PersonId);
        builder.HasIndex(d => new { d.OrganisationId, d.LookBackOn });
    }

    public void Configure(EntityTypeBuilder<IncomeTalk> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        builder.HasIndex(t => new { t.PersonId, t.On });
    }

    public void Configure(EntityTypeBuilder<IdentityRecord> builder)
    {
        builder.HasKey(i => i.PersonId);
        builder.HasOne<Person>().WithOne().HasForeignKey<IdentityRecord>(i => i.PersonId);
        builder.Property(i => i.Sealed).HasMaxLength(4000);
    }
}
