using System.Data;
using Marketplace.Data;
using Marketplace.Data.Proposals;
using Marketplace.Data.Work;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Matching;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// Proposing one person (screen 15): first what was not asked yet, then exactly what the employer will read. Consent is a hard stop, open
/// questions are not. Seen by job coaches, for open jobs of their regions and people whom they may find.
/// </summary>
public sealed partial class ProposeModel(MarketplaceDbContext db, Acting acting, ILogger<ProposeModel> log) : PageModel, IFormPage
{
    public sealed class Input
    {
        /// <summary>What the employer would read when the page was made; another view is another proposal.</summary>
        public string Seen { get; set; } = "";
    }

    public sealed record Contact(string Name, string Organisation, string Phone);

    [BindProperty]
    public Input In { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid PersonId { get; set; }

    public Compared Pair { get; private set; } = null!;

    public string Employer { get; private set; } = "";

    public Contact Consultant { get; private set; } = null!;

    /// <summary>What the employer will read; null when the person does not fit.</summary>
    public EmployerView? View { get; private set; }

    public int OpenOnJob { get; private set; }

    public bool AlreadyOpen { get; private set; }

    public bool HasConsent => Pair.Person.ConsentOn(ConsentPurpose.Found, acting.Today) is not null
        && Pair.Person.ConsentOn(ConsentPurpose.Proposed, acting.Today) is not null;

    public MatchWords Words => new(Pair.Job, acting.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Serializable: the count of open proposals and the consents that are read here still hold when the row is written.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (View is null)
            throw new RefusalException(Refusal.DoesNotFit);
        var shared = Pair.SharedBy(await WhoMayBeProposedAsync(cancellationToken));
        var (proposal, answer) = Domain.Proposals.Propose.Make(
            Pair.Job, Pair.Person, Pair.Result.ToSnapshot(Pair.Why, Pair.Job), shared, OpenOnJob, AlreadyOpen, acting.Now);
        if (In.Seen != View.Combination)
            throw new DbUpdateConcurrencyException("The profile or the job changed after the coach looked.");
        db.AddRange(proposal, answer);
        await SaveAsync(transaction.CommitAsync, cancellationToken);
        LogShared(proposal.Id, shared);
        TempData["Gelukt"] = $"Het voorstel ligt bij {Employer}.";
        return Redirect($"/voorstellen/{proposal.Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var job = await db.Jobs.VisibleTo(acting.Actor).Where(j => j.Id == Id).Include(j => j.Tasks)
            .TagWith("Propose.Job").SingleOrDefaultAsync(cancellationToken);
        if (job is null || !job.IsComparable())
            return false;
        var person = await db.People.FindableFor(acting.Actor, job.RegionCode, acting.Today).Where(p => p.Id == PersonId)
            .Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().TagWith("Propose.Person").SingleOrDefaultAsync(cancellationToken);
        if (person is null || !person.IsComparable())
            return false;
        Pair = Compared.Of(job, person);
        Employer = await db.Organisations.Where(o => o.Id == job.OrganisationId).Select(o => o.Name).TagWith("Propose.Employer").SingleAsync(cancellationToken);
        Consultant = await (
            from o in db.Organisations
            where o.Id == person.OrganisationId
            from u in db.Users.Where(u => u.Id == person.ConsultantId).DefaultIfEmpty()
            select new Contact(u == null ? o.ContactName : u.DisplayName, o.Name, u.PhoneNumber ?? o.Phone)).TagWith("Propose.Consultant").SingleAsync(cancellationToken);
        OpenOnJob = await db.Proposals.TagWith("Propose.OpenOnJob").CountAsync(p => p.JobId == Id && p.State == ProposalState.Proposed, cancellationToken);
        AlreadyOpen = await db.StillOpen().TagWith("Propose.AlreadyOpen").AnyAsync(p => p.JobId == Id && p.PersonId == PersonId, cancellationToken);
        if (Pair.Fits)
        {
            var code = await db.EmployerCodeAsync(PersonId, job.OrganisationId, cancellationToken);
            View = EmployerView.Of(code, Pair.Result.ToSnapshot(Pair.Why, job), JobTasks.InOrder(job.Tasks));
        }

        return true;
    }

    private Task<List<Person>> WhoMayBeProposedAsync(CancellationToken cancellationToken) => db.People.AsNoTracking()
        .Where(p => p.RegionCode == Pair.Job.RegionCode).WithConsentToBeProposed(acting.Today).WithHoursAndTravel()
        .Include(p => p.Capacities).TagWith("Propose.Shared").ToListAsync(cancellationToken);

    private async Task SaveAsync(Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        try
        {
            await db.EnsureEmployerCodeAsync(PersonId, Pair.Job.OrganisationId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await commit(cancellationToken);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            // The unique index: another coach was a moment earlier.
            throw new RefusalException(Refusal.AlreadyProposed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Proposal {ProposalId}: the combination that the employer reads is shared by {Count} people.")]
    private partial void LogShared(Guid proposalId, int count);
}
