using System.Globalization;

namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Minimum wage: WML 7, 8 and 15; youth percentages of the Besluit minimumjeugdloon (BMJ) 2 and 3.</summary>
public sealed class MinimumWage : Scheme
{
    /// <inheritdoc/>
    public override string Code => "minimum-wage";

    /// <inheritdoc/>
    public override string Title => "Minimumloon";

    /// <inheritdoc/>
    public override string Basis => "WML 7, 8, 15; BMJ";

    /// <inheritdoc/>
    public override string DecidedBy => "follows from the wage; a lower wage with Wajong: UWV";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["wml.hourly", "wml.youth"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms => [Terms.AdultAge];

    /// <summary>
    /// The share of the adult amount in percent: 100 from the adult age on, below it by age, lower for bbl (BMJ 2, 3).
    /// Null when the birth date or the figure is not known.
    /// </summary>
    internal static decimal? SharePercentage(Facts facts, RegulationBook book, DateOnly day) =>
        facts.AgeOn(day) is not { } age ? null
        : age >= book.Whole(Terms.AdultAge, day) ? 100
        : book.On("wml.youth", day)?.Number(facts.Work.Bbl ? "bbl" : "general", age.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether the youth percentages are a figure of the scheme: the person is known to be younger than the adult age.</summary>
    internal static bool IsYoung(Facts facts, RegulationBook book, DateOnly day) => facts.AgeOn(day) < book.Whole(Terms.AdultAge, day);

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        if (!facts.IsPaid)
        {
            return Ruling.No("no-wage");
        }

        var share = SharePercentage(facts, book, facts.At);
        var hourly = book.On("wml.hourly", facts.At)?.Number() * share / 100;
        var minimum = hourly is { } exact ? Amount.Printed(exact) : (decimal?)null;
        var wage = facts.Work.HourlyWage;

        var row =
            minimum is null || wage is null ? new Ruling(Outcome.Conditional)
            : wage >= minimum ? new Ruling(Outcome.Yes, "wage-enough")
            : facts.Has(Status.WajongArb) ? new Ruling(Outcome.Conditional, "wage-too-low", "dispensation-uwv")
            : Ruling.No("wage-too-low"); // the one no that keeps its amounts: they say what the wage must be
        return row with
        {
            Needs = ["person.birthDate", "work.hourlyWage"],
            Figures = IsYoung(facts, book, facts.At) ? Figures : ["wml.hourly"],
            FiguresOn = facts.At,
            Amounts =
            [
                Amount.Of("youthPercentage", share),
                Amount.Of("hourly", minimum),
                Amount.Of("shortfall", minimum is { } least && wage is { } paid ? Math.Max(least - paid, 0) : null),
            ],
        };
    }
}
