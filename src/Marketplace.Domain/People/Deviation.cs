using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>
/// A written decision of a municipality to set one rule of its own aside for one person (regulations.md, "Deviation with a reason"). The rule
/// itself is not changed: both are shown. What the law or UWV says stays, and no term of the law becomes longer.
/// </summary>
public sealed class Deviation : Root
{
    /// <summary>Most letters of each text.</summary>
    public const int MostLetters = 400;

    /// <summary>The highest contribution a month that is no typing error, euro.</summary>
    public const int MostPerMonth = 10_000;

    /// <summary>Statutory, and yet no dead end: a municipality may pay a place itself before the determination (PW 7(1)a).</summary>
    private const string ShelteredNotDetermined = "sheltered-not-determined";

    private Deviation()
    {
    }

    public Guid PersonId { get; private set; }

    /// <summary>The municipality.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Code of the scheme.</summary>
    public string Scheme { get; private set; } = "";

    /// <summary>What is set aside: the code of a <see cref="Reason"/>, or of a <see cref="MunicipalRule"/>.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>What it is to bring about.</summary>
    public string Effect { get; private set; } = "";

    /// <summary>How that fits the purpose of the law.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>What was decided.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>Who decided it: a function or a team.</summary>
    public string DecidedBy { get; private set; } = "";
    public DateOnly DecidedOn { get; private set; }

    /// <summary>In the place of the figure of the municipality; null: a reason is set aside.</summary>
    public decimal? Value { get; private set; }

    /// <summary>What the municipality itself pays towards paid work while the decision holds, euro a month; null: nothing (PW 7(1)a).</summary>
    public decimal? PaysPerMonth { get; private set; }

    /// <summary>The last day; null: until another decision.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The day on which one looks what came of it.</summary>
    public DateOnly LookBackOn { get; private set; }

    /// <summary>What came of it; empty: not looked yet.</summary>
    public string CameOfIt { get; private set; } = "";
    public DateOnly? LookedBackOn { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <summary>What a municipality may set aside in a result: municipal reasons of a <i>no</i> or <i>conditional</i>, and its own figures.</summary>
    /// <returns>Codes of reasons and figures; empty: "Hier kan de gemeente niet afwijken".</returns>
    public static IReadOnlyList<string> OptionsOf(SchemeResult result, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(facts);
        var reasons = result.Outcome == Outcome.Yes ? [] : result.Reasons.Where(r => r == ShelteredNotDetermined || Reason.Of(r).KindFor(result.Scheme, facts) == ReasonKind.Municipal);
        var isMunicipalCoach = result.Scheme == "jobcoach" && result.Amounts?.Any(a => a is { Name: "issuer", Text: "municipality" }) == true;
        return [.. reasons, .. isMunicipalCoach ? new[] { MunicipalRule.JobcoachHours.Code } : []];
    }

    /// <summary>Records a decision, with the item to look back.</summary>
    /// <param name="person">The person.</param>
    /// <param name="result">The answer of the scheme, without any deviation.</param>
    /// <param name="facts">The facts that it was given for.</param>
    /// <param name="answers">The four answers.</param>
    /// <param name="book">The figures of law, which bound some values.</param>
    /// <param name="act">The consultant, now.</param>
    /// <exception cref="RefusalException">
    /// The rule is not one of the municipality; a value is missing or out of range; the decision lies in the future or ends before it begins;
    /// the day to look back is not after today.
    /// </exception>
    public static (Deviation Deviation, OpenStep LookBack) Decide(Person person, SchemeResult result, Facts facts, DeviationAnswers answers, RegulationBook book, Act act)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(act);
        if (!OptionsOf(result, facts).Contains(answers.Rule))
            throw new RefusalException(Refusal.NotForMunicipality);
        if (MunicipalRule.Find(answers.Rule) is { } figure && (answers.Value is not { } value || !figure.Takes(value, act.Today, book)))
            throw new RefusalException(Refusal.MunicipalValueOutOfRange, figure.Least, figure.MostOn(act.Today, book));
        if (answers.PaysPerMonth is <= 0 or > MostPerMonth)
            throw new RefusalException(Refusal.MunicipalValueOutOfRange, 0.01m, (decimal)MostPerMonth);
        if (answers.DecidedOn > act.Today)
            throw new RefusalException(Refusal.DecisionInFuture);
        if (answers.Until < answers.DecidedOn)
            throw new RefusalException(Refusal.EndBeforeStart);
        if (answers.LookBackOn <= act.Today)
            throw new RefusalException(Refusal.LookBackNotAfterToday);
        var deviation = new Deviation
        {
            PersonId = person.Id,
            OrganisationId = person.OrganisationId,
            Scheme = result.Scheme,
            Rule = answers.Rule,
            Effect = answers.Effect,
            Purpose = answers.Purpose,
            Decision = answers.Decision,
            DecidedBy = answers.DecidedBy,
            DecidedOn = answers.DecidedOn,
            Value = MunicipalRule.Find(answers.Rule) is null ? null : answers.Value,
            PaysPerMonth = answers.PaysPerMonth,
            Until = answers.Until,
            LookBackOn = answers.LookBackOn,
            RecordedBy = act.By.UserId ?? Guid.Empty,
        };
        return (deviation, deviation.Item(person.ConsultantId));
    }

    /// <summary>Records what came of it. Without a next day the decision ends today; with one it goes on.</summary>
    /// <returns>The item of the next day; null: none.</returns>
    /// <exception cref="RefusalException">The next day is not after today.</exception>
    public OpenStep? LookBack(string cameOfIt, DateOnly? next, Guid consultantId, Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (next <= act.Today)
            throw new RefusalException(Refusal.LookBackNotAfterToday);
        (CameOfIt, LookedBackOn) = (cameOfIt, act.Today);
        if (next is not { } day)
        {
            Until = Until < act.Today ? Until : act.Today;
            return null;
        }

        LookBackOn = day;
        return Item(consultantId);
    }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => DecidedOn <= day && (Until is null || day <= Until);

    /// <summary>The figure for this case that stands in the place of that of the municipality; null: none.</summary>
    public static decimal? ValueOf(IEnumerable<Deviation> deviations, MunicipalRule rule, DateOnly day) => deviations
        .Where(d => d.Rule == rule.Code && d.HoldsOn(day)).MaxBy(d => d.DecidedOn)?.Value;

    /// <summary>What the municipality pays itself on a day, euro a month, over all its decisions for this person.</summary>
    public static decimal PaysOn(IEnumerable<Deviation> deviations, DateOnly day) => deviations.Where(d => d.HoldsOn(day)).Sum(d => d.PaysPerMonth ?? 0);

    /// <summary>
    /// The results for this case. A municipal <i>no</i> that is set aside becomes <i>conditional</i>, because what comes after it in the law was
    /// not judged; a <i>conditional</i> becomes <i>yes</i> when nothing else stood in its way. Of amounts nothing changes here.
    /// </summary>
    public static IReadOnlyList<SchemeResult> Apply(IReadOnlyList<SchemeResult> results, IReadOnlyList<Deviation> deviations, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(deviations);
        ArgumentNullException.ThrowIfNull(facts);
        return [.. results.Select(result => Apply(result, [.. deviations.Where(d => d.Scheme == result.Scheme && d.Value is null && d.HoldsOn(facts.At))], facts))];
    }

    private static SchemeResult Apply(SchemeResult result, IReadOnlyList<Deviation> deviations, Facts facts)
    {
        var aside = OptionsOf(result, facts).Where(rule => deviations.Any(d => d.Rule == rule)).ToList();
        if (aside.Count == 0 || result.Reasons.Any(r => !aside.Contains(r) && result.Outcome == Outcome.No))
            return result;
        var last = deviations.Where(d => aside.Contains(d.Rule)).Min(d => d.Until);
        return result with
        {
            Outcome = result.Outcome == Outcome.No || result.Missing.Count > 0 || result.Reasons.Any(r => !aside.Contains(r)) ? Outcome.Conditional : Outcome.Yes,
            From = result.From ?? facts.At,
            Until = result.Until is { } until && (last is null || until < last) ? until : last,
        };
    }

    private OpenStep Item(Guid consultantId) => new(StepKind.LookBackDeviation, Recipient.Consultant, consultantId, OrganisationId, LookBackOn, LookBackOn)
    {
        PersonId = PersonId,
        About = Id.ToString("N"),
    };
}
