using Marketplace.Data.Auditing;
using Marketplace.Data.Conventions;
using Marketplace.Data.Imports;
using Marketplace.Data.JobRuns;
using Marketplace.Data.Mail;
using Marketplace.Data.Narrowing;
using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Stories;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data;

/// <summary>The database is the truth. Pages know only this class; the provider is a subclass chosen by configuration.</summary>
public abstract class MarketplaceDbContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Rows of a demo region by numbers are being written: they get no audit rows.</summary>
    internal bool IsSeedingByNumbers { get; set; }

    public DbSet<Region> Regions => Set<Region>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInTries> SignInTries => Set<SignInTries>();
    public DbSet<WorkTask> WorkTasks => Set<WorkTask>();
    public DbSet<WorkerFunction> WorkerFunctions => Set<WorkerFunction>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<Scan> Scans => Set<Scan>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Standing> Standings => Set<Standing>();
    public DbSet<IncomeTalk> IncomeTalks => Set<IncomeTalk>();
    public DbSet<Deviation> Deviations => Set<Deviation>();
    public DbSet<ToldArrangements> ToldArrangements => Set<ToldArrangements>();
    public DbSet<EmployerCode> EmployerCodes => Set<EmployerCode>();
    public DbSet<IdentityRecord> Identities => Set<IdentityRecord>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Introduction> Introductions => Set<Introduction>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<OpenStep> OpenSteps => Set<OpenStep>();
    public DbSet<FollowUpRecord> FollowUpRecords => Set<FollowUpRecord>();
    public DbSet<StateChange> History => Set<StateChange>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobLease> JobLeases => Set<JobLease>();
    public DbSet<MunicipalValue> MunicipalValues => Set<MunicipalValue>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();
    public DbSet<Story> Stories => Set<Story>();
    public DbSet<IndexChange> IndexChanges => Set<IndexChange>();

    /// <summary>The people, as an index reads them.</summary>
    public IQueryable<PersonColumns> PeopleColumns => Set<PersonColumns>().AsNoTracking();
    public DbSet<IndexFeed> IndexFeeds => Set<IndexFeed>();

    /// <summary>Another context on the same database, to read from beside this one; it ends before this one does.</summary>
    public abstract MarketplaceDbContext Beside();

    /// <summary>Lets the database look at how its rows are spread, so that it chooses the right index. A server does that by itself.</summary>
    public virtual Task LookAtRowsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MarketplaceDbContext).Assembly);
        foreach (var texts in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(List<string>)))
            texts.SetValueComparer(new TextsComparer());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(400);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(9, 2);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Levels>().HaveConversion<LevelsConverter>().HaveMaxLength(200);
        configurationBuilder.IgnoreAny<IReadOnlyList<StateChange>>();
    }
}
