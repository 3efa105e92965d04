using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;

namespace Marketplace.Tests.Domain.FollowUp;

/// <summary>A placement with a consultant, a coach and an employer, and days on which they act.</summary>
internal sealed class PlacementExample
{
    public static readonly DateOnly Start = new(2026, 3, 2);

    public static readonly RegulationBook Book = RegulationBook.Current;

    private readonly Organisation _employer = new("Retourhuis De Kil", OrganisationKind.Company, saysNonProfit: false);

    public PlacementExample(PlacementTerms terms, DateOnly? enteredOn = null, bool hasCoach = true)
    {
        Consultant = Guid.NewGuid();
        Coach = hasCoach ? Guid.NewGuid() : null;
        var site = _employer.AddSite("Dordrecht", "3316");
        Person = new Person("K-12345", Guid.NewGuid(), "drechtsteden", Consultant, "3311", On(terms.Start));
        Placement = new Placement(_employer, site, null, Person, Coach, terms, "de teamleider", On(enteredOn ?? terms.Start));
        FollowUp = new PlacementFollowUp(Placement);
    }

    public Guid Consultant { get; }

    public Guid? Coach { get; }

    public Person Person { get; }

    public Placement Placement { get; }

    public PlacementFollowUp FollowUp { get; }

    public static Act On(DateOnly day) => new(new Actor(Guid.NewGuid(), "J. de Vries", Guid.NewGuid(), "Naast Elkaar", Role.JobCoach, false, []), DutchCalendar.ToUtc(day.ToDateTime(new TimeOnly(9, 0))), day);

    public static PlacementTerms Terms(
        string form = "regular",
        DateOnly? start = null,
        DateOnly? end = null,
        SubsidyKind subsidy = SubsidyKind.None,
        DateOnly? review = null,
        LkvKind lkv = LkvKind.None,
        CoachIssuer issuer = CoachIssuer.Municipality,
        DateOnly? coachUntil = null,
        DateOnly? firstContract = null) =>
        new(form, start ?? Start, end, 24, subsidy, review, lkv, issuer, coachUntil, firstContract);

    public PlacementExample Started(DateOnly? on = null)
    {
        StartPlacement.Start(FollowUp, null, Book, On(on ?? Placement.Terms.Start));
        return this;
    }

    public IReadOnlyList<Reminder> Lines(string code, ReminderState? state = null) =>
        [.. FollowUp.Reminders.Where(r => r.Code == code && (state is null || r.State == state)).OrderBy(r => r.LegalDate).ThenBy(r => r.Step)];

    /// <summary>The sweep came along on this day.</summary>
    public void MakeDue(DateOnly day)
    {
        foreach (var reminder in FollowUp.Reminders.Where(r => r.SendOn <= day))
            reminder.MakeDue(On(day));
    }

    public FollowUpRecord Record(DateOnly legalDate, Talk talk, Recipient by = Recipient.JobCoach) =>
        RecordTalk.Record(FollowUp, legalDate, talk, by, Book, On(talk.On));
}
