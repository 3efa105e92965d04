using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Domain.Placements;

/// <summary>
/// A person works somewhere. It knows its formal employer, its workplaces, who manages it, who supervises, and the previous placement:
/// one chain per person from the first morning to a contract.
/// </summary>
public sealed class Placement : Root
{
    public static readonly StateTable<PlacementState> States = new(
        (PlacementState.Agreed, PlacementState.Running),
        (PlacementState.Agreed, PlacementState.Stopped),
        (PlacementState.Running, PlacementState.Stopped),
        (PlacementState.Running, PlacementState.NextStep));

    private readonly List<Workplace> _workplaces = [];

    private Placement()
    {
    }

    /// <summary>Agrees a placement that follows from an introduction of which both want to go on.</summary>
    public Placement(Job job, Person person, Introduction introduction, PlacementTerms terms, string supervisor, Act act)
        : this(job, person, introduction.CoachId, terms, supervisor, act)
    {
        if (introduction.State != IntroductionState.GoesOn)
            throw new RefusalException(Refusal.NotInThisState);
        ProposalId = introduction.ProposalId;
    }

    /// <summary>Agrees the next step of a running placement of the same person, such as a contract after a trial.</summary>
    public Placement(Job job, Person person, Placement previous, PlacementTerms terms, string supervisor, Act act)
        : this(job, person, previous.CoachId, terms, supervisor, act) => Follow(previous);

    /// <summary>Agrees a next step at the same work, such as a contract after a trial: job, employer and workplaces stay.</summary>
    public Placement(Person person, Placement previous, PlacementTerms terms, string supervisor, Act act)
        : this(previous.JobId, previous.EmployerId, person, previous.CoachId, terms, supervisor, act)
    {
        Follow(previous);
        FormalEmployerId = previous.FormalEmployerId;
        foreach (var place in previous.Workplaces)
            AddWorkplace(place.OrganisationId, place.Place, place.Pc4);
    }

    /// <summary>Enters a placement that was agreed outside the program; nothing before today is held against anyone.</summary>
    public Placement(Organisation employer, Site site, Job? job, Person person, Guid? coachId, PlacementTerms terms, string supervisor, Act act)
        : this(job?.Id, employer.Id, person, coachId, terms, supervisor, act) => AddWorkplace(employer, site);

    private Placement(Job job, Person person, Guid? coachId, PlacementTerms terms, string supervisor, Act act)
        : this(job.Id, job.OrganisationId, person, coachId, terms, supervisor, act) => AddWorkplace(job.OrganisationId, job.Place, job.Pc4);

    private Placement(Guid? jobId, Guid employerId, Person person, Guid? coachId, PlacementTerms terms, string supervisor, Act act)
    {
        terms.Guard();
        JobId = jobId;
        PersonId = person.Id;
        EmployerId = employerId;
        FormalEmployerId = employerId;
        ManagedById = person.OrganisationId;
        ConsultantId = person.ConsultantId;
        CoachId = coachId;
        Terms = terms;
        Supervisor = supervisor;
        EnteredOn = act.Today;
        Note<PlacementState>(null, State, act);
    }

    /// <summary>The job of this program that it fills; null when it was agreed outside.</summary>
    public Guid? JobId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid? ProposalId { get; private set; }

    /// <summary>The employer where the work is: the poster of the job.</summary>
    public Guid EmployerId { get; private set; }

    /// <summary>Who is the employer in law; another organisation than <see cref="EmployerId"/> with a secondment.</summary>
    public Guid FormalEmployerId { get; set; }

    /// <summary>The organisation that manages the placement; its managers get the part of the manager.</summary>
    public Guid ManagedById { get; set; }
    public Guid ConsultantId { get; set; }
    public Guid? CoachId { get; set; }

    /// <summary>Who shows the work on the floor.</summary>
    public string Supervisor { get; set; } = "";

    /// <summary>The placement that this one follows: one chain per person.</summary>
    public Guid? PreviousId { get; private set; }
    public PlacementTerms Terms { get; private set; } = null!;

    /// <summary>What the contract says about the wage; null until it is known, and for unpaid forms.</summary>
    public PlacementWage? Wage { get; private set; }

    /// <summary>What is missing when there is no job coach; null: there is one, or nobody said why not.</summary>
    public NoCoachBecause? NoCoachBecause { get; set; }

    /// <summary>The day on which the placement was entered; what had passed by then is not held against anyone.</summary>
    public DateOnly EnteredOn { get; private set; }
    public PlacementState State { get; private set; } = PlacementState.Agreed;

    /// <summary>The real last day, once it stopped or went on to a next step.</summary>
    public DateOnly? LastDay { get; private set; }
    public StopReason? StoppedBecause { get; private set; }
    public IReadOnlyList<Workplace> Workplaces => _workplaces;

    public bool IsActive => State is PlacementState.Agreed or PlacementState.Running;

    public bool IsPaid => Forms.IsPaid(Terms.Form);

    /// <summary>Facts that were not asked yet; each becomes an item.</summary>
    public IEnumerable<string> UnknownFacts
    {
        get
        {
            if (IsPaid && Terms.Subsidy == SubsidyKind.Unknown)
                yield return "lks";
            if (Terms.Subsidy == SubsidyKind.Measured && Terms.SubsidyReviewOn is null)
                yield return "lks.reviewOn";
            if (IsPaid && Terms.Lkv == LkvKind.Unknown)
                yield return "lkv";
            if (Terms.CoachIssuer == CoachIssuer.Unknown)
                yield return "jobcoach";
            if (IsPaid && Terms.End is not null && Terms.FirstContractStart is null)
                yield return "firstContractStart";
        }
    }

    public void AddWorkplace(Organisation organisation, Site site) => AddWorkplace(organisation.Id, site.Place, site.Pc4);

    /// <summary>The facts changed; the reminders are computed again by the caller.</summary>
    public void ChangeTerms(PlacementTerms terms)
    {
        terms.Guard();
        Terms = terms;
    }

    /// <summary>Sets what the contract says about the wage.</summary>
    /// <param name="wage">The wage.</param>
    /// <param name="minimum">The minimum wage of the first day for the age of the person, euro per hour; null: not known.</param>
    /// <exception cref="RefusalException">A number is out of its range, no wage belongs to the form, or it is below the minimum wage (WML 7, 8).</exception>
    public void SetWage(PlacementWage wage, decimal? minimum)
    {
        ArgumentNullException.ThrowIfNull(wage);
        if (!IsPaid)
            throw new RefusalException(Refusal.FactNotForThisForm, CodeLists.Forms.Word(Terms.Form));
        wage.Guard(Terms);
        if (wage.HourlyWage < minimum)
            throw new RefusalException(Refusal.WageBelowMinimumOfAge, minimum);
        Wage = wage;
    }

    /// <summary>The first morning has come.</summary>
    public void Start(Act act)
    {
        if (Terms.Start > act.Today)
            throw new RefusalException(Refusal.NotInThisState);
        Move(PlacementState.Running, act);
    }

    /// <summary>Is gestopt. A reason about the work is welcome, never asked for.</summary>
    /// <exception cref="RefusalException">The last day lies before the start or in the future.</exception>
    public void Stop(DateOnly lastDay, StopReason? reason, Act act)
    {
        if (State == PlacementState.Running && lastDay < Terms.Start)
            throw new RefusalException(Refusal.LastDayBeforeStart);
        if (lastDay > act.Today)
            throw new RefusalException(Refusal.LastDayInFuture);
        Move(PlacementState.Stopped, act, reason?.ToString());
        (LastDay, StoppedBecause) = (lastDay, reason);
    }

    /// <summary>The next placement of the same person starts, so this one ends the day before.</summary>
    public void GoOnTo(Placement next, Act act)
    {
        if (next.PreviousId != Id)
            throw new RefusalException(Refusal.NextStepNeedsSamePerson);
        Move(PlacementState.NextStep, act);
        LastDay = next.Terms.Start.AddDays(-1);
    }

    private void Move(PlacementState to, Act act, string? reason = null)
    {
        States.Guard(State, to);
        Note<PlacementState>(State, to, act, reason);
        State = to;
    }

    private void Follow(Placement previous)
    {
        if (previous.PersonId != PersonId)
            throw new RefusalException(Refusal.NextStepNeedsSamePerson);
        if (Terms.Start <= previous.Terms.Start)
            throw new RefusalException(Refusal.NextStepBeforePrevious);
        PreviousId = previous.Id;
        ProposalId = previous.ProposalId;
        ManagedById = previous.ManagedById;
    }

    private void AddWorkplace(Guid organisationId, string place, string pc4) =>
        _workplaces.Add(new Workplace { PlacementId = Id, OrganisationId = organisationId, Place = place, Pc4 = pc4 });
}
