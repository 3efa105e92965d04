using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Placements;

/// <summary>A placement as the schemes ask it.</summary>
/// <param name="Placement">The placement.</param>
/// <param name="Standing">What the person legally is; null: nothing was recorded.</param>
/// <param name="BirthDate">From the vault; null: not read or not known.</param>
/// <param name="CoachHours">Hours of coaching that the municipality set; null: not known.</param>
/// <param name="DeclarationAsked">Whether the doelgroepverklaring was asked.</param>
/// <param name="Deviations">Decisions of the municipality for this person.</param>
public sealed record PlacementCase(
    Placement Placement, Standing? Standing, DateOnly? BirthDate, decimal? CoachHours, bool DeclarationAsked, IReadOnlyList<Deviation> Deviations)
{
    /// <summary>Whether the schemes know the form; of the others the municipality decides.</summary>
    public bool HasRegulations => Forms.HasRegulations(Placement.Terms.Form);

    /// <summary>What holds on a day for this case: the answers of the schemes, with what the municipality set aside.</summary>
    /// <exception cref="InvalidOperationException">No scheme knows the form.</exception>
    public Arrangements On(DateOnly day, RegulationBook book)
    {
        var facts = FactsOn(day);
        var answers = Arrangements.Of(facts, book);
        return answers with { Results = Deviation.Apply(answers.Results, Deviations, facts) };
    }

    /// <summary>Codes of the schemes in which the municipality can still set a rule of its own aside for this case.</summary>
    /// <exception cref="InvalidOperationException">No scheme knows the form.</exception>
    public IReadOnlyList<string> DeviationOptions(DateOnly day, RegulationBook book)
    {
        var facts = FactsOn(day);
        return [.. Arrangements.Of(facts, book).Results
            .Where(r => Deviation.OptionsOf(r, facts).Count > 0 && !Deviations.Any(d => d.Scheme == r.Scheme && d.HoldsOn(day))).Select(r => r.Scheme)];
    }

    private Facts FactsOn(DateOnly day)
    {
        var terms = Placement.Terms;
        if (!HasRegulations)
            throw new InvalidOperationException($"No scheme knows {terms.Form}.");
        return new Facts(
            day,
            (Standing ?? new Standing(Placement.PersonId)).ToFacts(BirthDate),
            new WorkFacts(
                terms.Form, terms.Start, terms.End, terms.HoursPerWeek, Placement.Wage?.FullTimeHours, Placement.Wage?.HourlyWage, Placement.Wage?.EmployerCharges,
                LkvDeclaration: DeclarationAsked ? LkvDeclaration.Asked : null),
            Deviation.ValueOf(Deviations, MunicipalRule.JobcoachHours, day) ?? CoachHours);
    }

    /// <summary>The minimum wage an hour of the first day for the age of the person, in euros; null: unknown, or UWV can allow a lower one (Wajong).</summary>
    public decimal? MinimumWage(RegulationBook book) => HasRegulations && Standing?.ToFacts(null).Statuses.Contains(Status.WajongArb) != true
        ? On(Placement.Terms.Start, book).Results.First(r => r.Scheme == "minimum-wage").Number("hourly")
        : null;
}
