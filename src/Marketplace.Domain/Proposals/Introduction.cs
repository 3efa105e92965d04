using Marketplace.Domain.People;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Proposals;

/// <summary>Kennismaking: the employer and the person meet, after the person's consent for this employer.</summary>
public sealed class Introduction : Root
{
    public static readonly StateTable<IntroductionState> States = new(
        (IntroductionState.AwaitingConsent, IntroductionState.ToPlan),
        (IntroductionState.ToPlan, IntroductionState.Planned),
        (IntroductionState.Planned, IntroductionState.Planned),
        (IntroductionState.Planned, IntroductionState.Held),
        (IntroductionState.Held, IntroductionState.GoesOn),
        (IntroductionState.AwaitingConsent, IntroductionState.Stopped),
        (IntroductionState.ToPlan, IntroductionState.Stopped),
        (IntroductionState.Planned, IntroductionState.Stopped),
        (IntroductionState.Held, IntroductionState.Stopped));

    private Introduction()
    {
    }

    internal Introduction(Proposal proposal, Consent? meet, Act act)
    {
        ProposalId = proposal.Id;
        PersonId = proposal.PersonId;
        OrganisationId = proposal.OrganisationId;
        CoachId = proposal.CoachId;
        MeetConsentId = meet?.Id;
        State = meet is null ? IntroductionState.AwaitingConsent : IntroductionState.ToPlan;
        Note<IntroductionState>(null, State, act);
    }

    public Guid ProposalId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid CoachId { get; set; }
    public Guid? MeetConsentId { get; private set; }

    /// <summary>When they meet, UTC.</summary>
    public DateTime? PlannedAt { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>Whom to ask for at the door: a person at the employer.</summary>
    public string AskFor { get; private set; } = "";
    public IntroductionState State { get; private set; }

    /// <summary>Stage 1: the employer may read the first name, and name and telephone of the job coach.</summary>
    public bool ShowsFirstName => State is IntroductionState.Planned or IntroductionState.Held or IntroductionState.GoesOn;

    /// <summary>Stage 2: both want to go on.</summary>
    public bool ShowsIdentity => State == IntroductionState.GoesOn;

    /// <summary>The person said yes to meeting this employer.</summary>
    /// <exception cref="RefusalException">No such consent holds today.</exception>
    public void Allow(Person person, Act act)
    {
        MeetConsentId = person.ConsentOn(ConsentPurpose.Meet, act.Today, OrganisationId)?.Id
            ?? throw new RefusalException(Refusal.NoConsentMeet);
        Move(IntroductionState.ToPlan, act);
    }

    /// <summary>Plans, or plans again.</summary>
    /// <exception cref="RefusalException">The moment has passed.</exception>
    public void Plan(DateTime atUtc, string place, string askFor, Act act)
    {
        if (atUtc <= act.At)
            throw new RefusalException(Refusal.MomentInPast);
        Move(IntroductionState.Planned, act);
        (PlannedAt, Place, AskFor) = (atUtc, place, askFor);
    }

    /// <summary>Whether the planned day has come, so that they can have met.</summary>
    public bool MayBeHeld(DateOnly today) =>
        State == IntroductionState.Planned && PlannedAt is { } at && DutchCalendar.DayOf(at) <= today;

    /// <summary>They have met.</summary>
    /// <exception cref="RefusalException">The planned day has not come.</exception>
    public void Hold(Act act)
    {
        States.Guard(State, IntroductionState.Held);
        if (!MayBeHeld(act.Today))
            throw new RefusalException(Refusal.MeetingNotYet);
        Move(IntroductionState.Held, act);
    }

    /// <summary>Both want to go on.</summary>
    public void GoOn(Act act) => Move(IntroductionState.GoesOn, act);

    /// <summary>Stops without a reason: nothing is recorded against anyone. The first name disappears.</summary>
    public void Stop(Act act) => Move(IntroductionState.Stopped, act);

    private void Move(IntroductionState to, Act act)
    {
        States.Guard(State, to);
        Note<IntroductionState>(State, to, act);
        State = to;
    }
}
