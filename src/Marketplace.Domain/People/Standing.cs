using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>
/// What a person legally is, for the arrangements: apart from the profile, because it is no input of matching and no employer reads it. What is
/// not known is null and is never filled in. Its id is that of the person.
/// </summary>
public sealed class Standing : Root
{
    private Standing()
    {
    }

    public Standing(Guid personId) => Id = personId;

    /// <summary>Codes of <see cref="LegalStatuses"/>; none: not known yet, or none holds.</summary>
    public List<string> Statuses { get; private set; } = [];

    /// <summary>The measured loonwaarde, 0–100 percent (PW 6(1)g).</summary>
    public decimal? Loonwaarde { get; private set; }

    /// <summary>The day on which it was measured.</summary>
    public DateOnly? LoonwaardeOn { get; private set; }

    /// <summary>Whether the person receives algemene bijstand.</summary>
    public bool? Bijstand { get; private set; }

    /// <summary>Whether the municipality judges the chance of work to be small (PW 10a(1)).</summary>
    public bool? SmallChanceOfWork { get; private set; }

    /// <summary>The day to which the assessment "less than 35 % unfit for work" refers (ZW 29b(1)b).</summary>
    public DateOnly? AoDeterminedOn { get; private set; }

    /// <summary>The last day of a statement, such as a doelgroepverklaring.</summary>
    public DateOnly? StatementUntil { get; private set; }

    /// <summary>The day on which this was last looked at.</summary>
    public DateOnly? RecordedOn { get; private set; }
    public string RecordedBy { get; private set; } = "";

    /// <summary>Records what is known today.</summary>
    /// <exception cref="RefusalException">A code is in no list, a loonwaarde is not 0–100 or has no day, or a day lies in the future.</exception>
    public void Record(StandingFacts facts, Act act)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(act);
        CodeGuard.AllIn([.. LegalStatuses.All.Keys], facts.Statuses);
        if (facts.Loonwaarde is < 0 or > 100)
            throw new RefusalException(Refusal.LoonwaardeOutOfRange);
        if (facts.Loonwaarde is null != facts.LoonwaardeOn is null)
            throw new RefusalException(Refusal.LoonwaardeNeedsDay);
        if (facts.LoonwaardeOn > act.Today || facts.AoDeterminedOn > act.Today)
            throw new RefusalException(Refusal.DayInFuture);
        if (facts.AoDeterminedOn is not null && !facts.Statuses.Contains(AoLt35))
            throw new RefusalException(Refusal.AssessmentNeedsStatus);
        (Statuses, Loonwaarde, LoonwaardeOn) = ([.. LegalStatuses.All.Keys.Where(facts.Statuses.Contains)], facts.Loonwaarde, facts.LoonwaardeOn);
        (Bijstand, SmallChanceOfWork, AoDeterminedOn, StatementUntil) = (facts.Bijstand, facts.SmallChanceOfWork, facts.AoDeterminedOn, facts.StatementUntil);
        (RecordedOn, RecordedBy) = (act.Today, act.By.Name);
    }

    /// <summary>As the schemes ask it.</summary>
    /// <param name="birthDate">From the vault; null: not known.</param>
    public PersonFacts ToFacts(DateOnly? birthDate) =>
        new(Statuses.Select(code => LegalStatuses.All[code]).ToHashSet(), birthDate, Loonwaarde, Bijstand, SmallChanceOfWork, AoDeterminedOn);

    private const string AoLt35 = "AO_LT35";
}

/// <summary>What is known of a person on a day; see <see cref="Standing"/>.</summary>
public sealed record StandingFacts(
    IReadOnlyCollection<string> Statuses, decimal? Loonwaarde, DateOnly? LoonwaardeOn, bool? Bijstand, bool? SmallChanceOfWork, DateOnly? AoDeterminedOn, DateOnly? StatementUntil);
