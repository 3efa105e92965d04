using Marketplace.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Organisations;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<OneTimeCode>,
    IEntityTypeConfiguration<Session>,
    IEntityTypeConfiguration<SignInTries>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Property(i => i.Hash).HasMaxLength(HashLength);
        builder.HasIndex(i => i.Hash).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(HashLength);
        builder.HasIndex(c => c.Hash).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);

        // Two people who open it at once: the second is refused.
        builder.Property(c => c.UsedAt).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.MembershipId);
    }

    public void Configure(EntityTypeBuilder<SignInTries> builder)
    {
        builder.HasKey(t => t.Key);
        builder.Property(t => t.Key).HasMaxLength(HashLength);
        builder.HasIndex(t => t.LastAt);
    }
}
