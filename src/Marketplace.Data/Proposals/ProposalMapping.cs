using System.Text.Json;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Proposals;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.IsOpen);
        builder.Property(p => p.Match).HasMaxLength(4000).HasConversion(
            match => JsonSerializer.Serialize(match, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<MatchSnapshot>(text, JsonSerializerOptions.Default)!);
        builder.HasOne<Job>().WithMany().HasForeignKey(p => p.JobId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);

        // Two coaches at once: the database keeps to one open proposal per person and job.
        builder.HasIndex(p => new { p.PersonId, p.JobId }).IsUnique().HasFilter("[State] = 'Proposed'");
        builder.HasIndex(p => p.PersonId);
        builder.HasIndex(p => new { p.OrganisationId, p.State });
        builder.HasIndex(p => p.CoachId);
    }

    public void Configure(EntityTypeBuilder<Introduction> builder)
    {
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.ShowsFirstName).Ignore(i => i.ShowsIdentity);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(i => i.ProposalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.PersonId);
    }
}
