using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Loonkostenvoordeel (LKV), paid by the Belastingdienst per paid hour: WTL 2.6 to 2.13.</summary>
public sealed class WageCostBenefit : Scheme
{
    private const int WeeksPerYear = 52;

    /// <inheritdoc/>
    public override string Code => "lkv";

    /// <inheritdoc/>
    public override string Title => "Loonkostenvoordeel";

    /// <inheritdoc/>
    public override string Basis => "WTL 2.6–2.13";

    /// <inheritdoc/>
    public override string DecidedBy => "Belastingdienst; the declaration: UWV";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["lkv.arbeidsgehandicapt", "lkv.banenafspraak"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms =>
        [Terms.LkvMonths, Terms.LkvWithinYears, Terms.DeclarationMonths, Terms.PensionAgeMonths, Terms.PensionLaterBornFrom, Terms.PensionLaterMonths];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        if (!facts.IsPaid)
        {
            return Ruling.No("no-wage");
        }

        if (facts.At >= facts.PensionDate(book))
        {
            return Ruling.No("lkv-pension-age"); // WTL 2.6(3)a, 2.10(2)a
        }

        if (facts.Work.Form == Forms.Sheltered)
        {
            return Ruling.No("lkv-not-sheltered"); // WTL 2.6(3)b; WFSV 38b
        }

        var blocked = Blocked(facts, book);
        if (facts.HasAny(Status.WiaWao, Status.AoLt35) && blocked is null)
        {
            return Arbeidsgehandicapt(facts, book);
        }

        if (facts.HasAny(Status.DgrPw, Status.WajongArb))
        {
            return Banenafspraak(new Ruling(Outcome.Yes, "lkv-banenafspraak"), facts, book);
        }

        if (facts.HasAny(Status.LksDoelgroep, Status.PwBijstand, Status.PwNug))
        {
            return Banenafspraak(new Ruling(Outcome.Conditional, "lkv-banenafspraak", "register-first"), facts, book);
        }

        return Ruling.No(blocked ?? "lkv-not-in-group");
    }

    /// <summary>Why the category arbeidsgehandicapt is shut for who belongs to it, or null (WTL 2.6(1)b, (2), 2.7(1), 2.8(1)).</summary>
    private static string? Blocked(Facts facts, RegulationBook book)
    {
        if (!facts.HasAny(Status.WiaWao, Status.AoLt35))
        {
            return null;
        }

        if (facts.Work.EmployedHereInLast6Months == true)
        {
            return "employed-here-before";
        }

        var withinMonths = 12 * book.Whole(Terms.LkvWithinYears, facts.At);
        if (!facts.Has(Status.WiaWao) && facts.Work.Start > facts.Person.AoDeterminedOn?.AddMonths(withinMonths))
        {
            return "lkv-5-years-over";
        }

        if (facts.At >= facts.StartPlus(book.Whole(Terms.LkvMonths, facts.At)))
        {
            return "lkv-3-years-over";
        }

        return facts.Work.LkvDeclaration is null && facts.At > facts.StartPlus(book.Whole(Terms.DeclarationMonths, facts.At))
            ? "declaration-too-late"
            : null;
    }

    private static Ruling Arbeidsgehandicapt(Facts facts, RegulationBook book)
    {
        var (outcome, declaration) = facts.Work.LkvDeclaration switch
        {
            LkvDeclaration.Granted => (Outcome.Yes, "declaration-granted"),
            LkvDeclaration.Asked => (Outcome.Conditional, "declaration-asked"),
            _ => (Outcome.Conditional, "declaration-within-3-months"),
        };
        var isLt35Only = !facts.Has(Status.WiaWao);
        return new Ruling(outcome, ["lkv-arbeidsgehandicapt", declaration, .. isLt35Only ? ["ao-lt35-conditions"] : Array.Empty<string>()])
        {
            Needs =
            [
                "person.birthDate", "work.hoursPerWeek", "work.employedHereInLast6Months",
                .. isLt35Only ? ["person.aoDeterminedOn"] : Array.Empty<string>(),
            ],
            Figures = ["lkv.arbeidsgehandicapt"],
            FiguresOn = facts.At,
            Until = Earlier(DayBeforePension(facts, book), facts.LastDayOf(book.Whole(Terms.LkvMonths, facts.At))),
            Amounts = Amounts("arbeidsgehandicapt", facts, book),
        };
    }

    private static Ruling Banenafspraak(Ruling row, Facts facts, RegulationBook book) => row with
    {
        Needs = ["person.birthDate", "work.hoursPerWeek"],
        Figures = ["lkv.banenafspraak"],
        FiguresOn = facts.At,
        Until = DayBeforePension(facts, book),
        Amounts = Amounts("banenafspraak", facts, book),
    };

    private static DateOnly? DayBeforePension(Facts facts, RegulationBook book) => facts.PensionDate(book)?.AddDays(-1);

    /// <summary>The benefit per paid hour, at most the maximum of a calendar year (WTL 2.9, 2.13).</summary>
    private static Amount[] Amounts(string category, Facts facts, RegulationBook book)
    {
        var figure = book.On($"lkv.{category}", facts.At);
        var perHour = figure?.Number("perHour");
        var maxYear = figure?.Number("maxYear");
        var byHours = WeeksPerYear * facts.Work.HoursPerWeek * perHour;
        var year = byHours > maxYear ? maxYear : byHours;
        return
        [
            new Amount("category", null, category),
            Amount.Of("perHour", perHour),
            Amount.Of("maxYear", maxYear),
            Amount.Of("yearEstimate", year),
            Amount.Of("monthEstimate", year / 12),
        ];
    }
}
