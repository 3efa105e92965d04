using Marketplace.Domain.People;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Domain.Proposals;

/// <summary>A job coach proposes one person for one job; the employer answers.</summary>
public sealed class Proposal : Root
{
    /// <summary>Most proposals in <see cref="ProposalState.Proposed"/> for one job.</summary>
    public const int MostPerJob = 5;

    /// <summary>Working days after which the adviser gets the task to call.</summary>
    public const int CallAfterWorkingDays = 5;

    /// <summary>Working days after which a proposal expires.</summary>
    public const int ExpiresAfterWorkingDays = 15;

    public static readonly StateTable<ProposalState> States = new(
        (ProposalState.Proposed, ProposalState.WantsToMeet),
        (ProposalState.Proposed, ProposalState.NotForThisJob),
        (ProposalState.Proposed, ProposalState.Withdrawn),
        (ProposalState.Proposed, ProposalState.Expired),
        (ProposalState.WantsToMeet, ProposalState.Withdrawn));

    private Proposal()
    {
    }

    private Proposal(Job job, Person person, Consent consent, MatchSnapshot match, int kCount, Act act)
    {
        JobId = job.Id;
        OrganisationId = job.OrganisationId;
        PersonId = person.Id;
        ConsentId = consent.Id;
        CoachId = act.By.UserId ?? Guid.Empty;
        CoachOrganisationId = act.By.OrganisationId ?? Guid.Empty;
        Match = match;
        SharedByCount = kCount;
        ProposedOn = act.Today;
        Note<ProposalState>(null, State, act);
    }

    public Guid JobId { get; private set; }

    /// <summary>The employer.</summary>
    public Guid OrganisationId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>The consent to be proposed that it rests on.</summary>
    public Guid ConsentId { get; private set; }
    public Guid CoachId { get; set; }
    public Guid CoachOrganisationId { get; private set; }
    public MatchSnapshot Match { get; private set; } = new("", [], [], 0, 0, []);

    /// <summary>How many people with consent to be proposed share what the employer's page renders (k); counted and logged.</summary>
    public int SharedByCount { get; private set; }
    public DateOnly ProposedOn { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public DeclineReason? Declined { get; private set; }
    public ProposalState State { get; private set; } = ProposalState.Proposed;

    public bool IsOpen => State is ProposalState.Proposed or ProposalState.WantsToMeet;

    /// <summary>Proposes a person for a job.</summary>
    /// <param name="job">An open job.</param>
    /// <param name="person">With consent to be found and to be proposed.</param>
    /// <param name="match">Not no-fit.</param>
    /// <param name="sharedByCount">k, counted by the caller.</param>
    /// <param name="openOnJob">Proposals of this job that wait for an answer.</param>
    /// <param name="alreadyOpen">The person already has an open proposal for this job.</param>
    /// <param name="act">The job coach, now.</param>
    /// <exception cref="RefusalException">A rule of lists.md §7 says no.</exception>
    public static Proposal Make(Job job, Person person, MatchSnapshot match, int sharedByCount, int openOnJob, bool alreadyOpen, Act act)
    {
        if (job.State != JobState.Open)
            throw new RefusalException(Refusal.NotInThisState);
        if (person.ConsentOn(ConsentPurpose.Found, act.Today) is null)
            throw new RefusalException(Refusal.NoConsentFound);
        if (person.ConsentOn(ConsentPurpose.Proposed, act.Today) is not { } consent)
            throw new RefusalException(Refusal.NoConsentProposed);
        if (alreadyOpen)
            throw new RefusalException(Refusal.AlreadyProposed);
        if (openOnJob >= MostPerJob)
            throw new RefusalException(Refusal.TooManyProposals, MostPerJob);
        person.LastProposedOn = act.Today;
        return new Proposal(job, person, consent, match, sharedByCount, act);
    }

    /// <summary>The employer wants to meet: the introduction waits for the person's consent, unless it already holds.</summary>
    public Introduction Accept(Person person, Act act)
    {
        Move(ProposalState.WantsToMeet, act);
        AnsweredOn = act.Today;
        return new Introduction(this, person.ConsentOn(ConsentPurpose.Meet, act.Today, OrganisationId), act);
    }

    public void Decline(DeclineReason reason, Act act)
    {
        Move(ProposalState.NotForThisJob, act, reason.ToString());
        AnsweredOn = act.Today;
        Declined = reason;
    }

    /// <summary>Niet meer vrij; nothing is recorded about why.</summary>
    public void Withdraw(Act act) => Move(ProposalState.Withdrawn, act);

    public void Expire(Act act) => Move(ProposalState.Expired, act);

    private void Move(ProposalState to, Act act, string? reason = null)
    {
        States.Guard(State, to);
        Note<ProposalState>(State, to, act, reason);
        State = to;
    }
}
