using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations;

/// <summary>Everything that the schemes are judged on, with the conditions that return in them in the words of the law.</summary>
/// <param name="On">The day on which is asked.</param>
/// <param name="Person">The person.</param>
/// <param name="Work">The work.</param>
/// <param name="JobcoachHoursPerWeek">The hours of coaching that the municipality has set for this case; null: not known.</param>
public sealed record Facts(DateOnly On, PersonFacts Person, WorkFacts Work, decimal? JobcoachHoursPerWeek = null)
{
    /// <summary>The day on which the rules are judged: the later of the day asked and the start.</summary>
    public DateOnly At => On > Work.Start ? On : Work.Start;

    /// <summary>
    /// The reference day of loonkostensubsidie: the start, or 1 January of the year when that is later, because a running
    /// subsidy moves on 1 January only (PW 10d(7)).
    /// </summary>
    public DateOnly ReferenceDay => new DateOnly(At.Year, 1, 1) is var january && january > Work.Start ? january : Work.Start;

    /// <summary>Whether wage belongs to the form of work.</summary>
    public bool IsPaid => Forms.IsPaid(Work.Form);

    /// <summary>Whether the paid work had started before the day asked.</summary>
    public bool IsAlreadyInPaidWork => IsPaid && On > Work.Start;

    /// <summary>
    /// Whether it has been decided that the person belongs to the group of loonkostensubsidie (PW 6(1)e), or is in the
    /// sheltered job itself (PW 10b(9)).
    /// </summary>
    public bool GroupIsSure => Has(Status.LksDoelgroep) || (Has(Status.Beschut) && Work.Form == Forms.Sheltered);

    /// <summary>Whether the person receives bijstand, or that is not known but likely by the status.</summary>
    public bool BijstandCounts => Person.Bijstand ?? HasAny(Status.LksDoelgroep, Status.DgrPw);

    /// <summary>Whether the answers say that this is work to which wage belongs.</summary>
    public bool IsDisplaced => Work.Displacement is { IsPaidWork: true };

    /// <summary>Whether the person has a status.</summary>
    public bool Has(Status status) => Person.Statuses.Contains(status);

    /// <summary>Whether the person has at least one of these.</summary>
    public bool HasAny(params ReadOnlySpan<Status> statuses)
    {
        foreach (var status in statuses)
        {
            if (Has(status))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The age in whole years on a day, null when the birth date is not known. Who was born on 29 February has a birthday
    /// on 1 March in other years.
    /// </summary>
    public int? AgeOn(DateOnly day)
    {
        if (Person.BirthDate is not { } birth)
        {
            return null;
        }

        var hadBirthday = (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) >= 0;
        return day.Year - birth.Year - (hadBirthday ? 0 : 1);
    }

    /// <summary>The day from which the person has the pension age (AOW 7a), null when the birth date is not known.</summary>
    public DateOnly? PensionDate(RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var isLater = Person.BirthDate >= book.Date(Terms.PensionLaterBornFrom, At);
        return Person.BirthDate?.AddMonths(book.Whole(isLater ? Terms.PensionLaterMonths : Terms.PensionAgeMonths, At));
    }

    /// <summary>The day that lies a number of months after the start; its last day when the month is too short.</summary>
    public DateOnly StartPlus(int months) => Work.Start.AddMonths(months);

    /// <summary>The last day of a number of months that begin at the start.</summary>
    public DateOnly LastDayOf(int months) => StartPlus(months).AddDays(-1);

    /// <summary>Whether a fact is known, by the path that results name it with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No scheme asks for such a fact.</exception>
    public bool IsKnown(string path) => path switch
    {
        "person.birthDate" => Person.BirthDate is not null,
        "person.loonwaarde" => Person.Loonwaarde is not null,
        "person.bijstand" => Person.Bijstand is not null,
        "person.smallChanceOfWork" => Person.SmallChanceOfWork is not null,
        "person.aoDeterminedOn" => Person.AoDeterminedOn is not null,
        "work.hoursPerWeek" => Work.HoursPerWeek is not null,
        "work.fullTimeHours" => Work.FullTimeHours is not null,
        "work.hourlyWage" => Work.HourlyWage is not null,
        "work.employerCharges" => Work.EmployerCharges is not null,
        "work.employedHereInLast6Months" => Work.EmployedHereInLast6Months is not null,
        "work.unpaidWorkHereBefore" => Work.UnpaidWorkHereBefore is not null,
        "work.jobIntent" => Work.JobIntent is not null,
        "work.displacement" => Work.Displacement is not null,
        "municipal.jobcoachHoursPerWeek" => JobcoachHoursPerWeek is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "No scheme asks for this fact."),
    };
}
