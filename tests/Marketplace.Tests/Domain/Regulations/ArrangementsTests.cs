using System.Globalization;
using System.Text.Json;
using CsCheck;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Tests.Domain.Contracts;
using Xunit;

namespace Marketplace.Tests.Domain.Regulations;

public class ArrangementsTests
{
    private static readonly RegulationBook Book = RegulationBook.Current;

    private static readonly string[] FormCodes = [.. CodeLists.Forms.Codes.Where(Forms.HasRegulations)];

    private static readonly Gen<DateOnly> Day =
        Gen.Int[new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<decimal> Hours = Gen.Int[1, 240].Select(quarters => quarters / 4m);

    private static readonly Gen<Facts> AnyFacts =
        from asked in Day
        from start in Day
        from end in Gen.Int[0, 1_500].Select((asked > start ? asked : start).AddDays).Nullable(0.5)
        from statuses in Gen.Enum<Status>().HashSet[0, 3]
        from birth in Gen.Int[15 * 366, 68 * 365].Select(days => start.AddDays(-days)).Nullable(0.1)
        from loonwaarde in Gen.Int[0, 200].Select(half => half / 2m).Nullable(0.3)
        from bijstand in Gen.Bool.Nullable(0.3)
        from smallChance in Gen.Bool.Nullable(0.3)
        from determined in Gen.Int[0, 2_500].Select(days => start.AddDays(-days)).Nullable(0.3)
        from form in Gen.Int[0, FormCodes.Length - 1].Select(i => FormCodes[i])
        from hours in Hours.Nullable(0.1)
        from fullTime in Hours.Nullable(0.1)
        from wage in Gen.Int[300, 3_000].Select(cents => cents / 100m).Nullable(0.1)
        from charges in Gen.Int[0, 1_000].Select(thousandths => thousandths / 1_000m).Nullable(0.1)
        from flags in Gen.Select(Gen.Bool, Gen.Bool.Nullable(0.3), Gen.Bool.Nullable(0.3), Gen.Bool.Nullable(0.3))
        from declaration in Gen.Enum<LkvDeclaration>().Nullable(0.4)
        from answers in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Nullable(0.3)
        from coach in Hours.Nullable(0.5)
        select new Facts(
            asked,
            new PersonFacts(statuses, birth, loonwaarde, bijstand, smallChance, determined),
            new WorkFacts(
                form, start, end, hours, fullTime, wage, charges, flags.Item1, flags.Item2, flags.Item3, declaration, flags.Item4,
                answers is { } a ? new Displacement(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, a.Item6) : null),
            coach);

    /// <summary>Paid work of the group of loonkostensubsidie with every fact and figure known.</summary>
    private static readonly Gen<Facts> Subsidised =
        from facts in AnyFacts
        from loonwaarde in Gen.Int[0, 199].Select(half => half / 2m)
        from hours in Hours
        from fullTime in Hours
        from years in Gen.Int[15, 66]
        from start in Gen.Int[new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2026, 12, 31).DayNumber].Select(DateOnly.FromDayNumber)
        select facts with
        {
            On = new DateOnly(2026, 11, 21),
            Person = new PersonFacts(new HashSet<Status> { Status.LksDoelgroep, Status.DgrPw }, start.AddYears(-years), loonwaarde),
            Work = facts.Work with { Form = Forms.Regular, Start = start, End = null, HoursPerWeek = hours, FullTimeHours = fullTime },
        };

    /// <summary>domain.md §2.5, computed there with the formula of PW 10d(4) and (5); the cells of 60 % at 36 and 32 hours also in RR-KOEN.</summary>
    [Theory]
    [InlineData(20, "2019.17", "1766.77", "2208.47", "1963.08", "1472.31")]
    [InlineData(30, "1766.77", "1766.77", "2208.47", "1963.08", "1472.31")]
    [InlineData(40, "1514.38", "1514.38", "1892.97", "1682.64", "1261.98")]
    [InlineData(50, "1261.98", "1261.98", "1577.48", "1402.20", "1051.65")]
    [InlineData(60, "1009.58", "1009.58", "1261.98", "1121.76", "841.32")]
    [InlineData(70, "757.19", "757.19", "946.49", "841.32", "630.99")]
    [InlineData(80, "504.79", "504.79", "630.99", "560.88", "420.66")]
    [InlineData(90, "252.40", "252.40", "315.50", "280.44", "210.33")]
    public void Loonkostensubsidie_equals_the_worked_examples(
        int loonwaarde, string gap, string subsidyBase, string month36, string month32, string month24)
    {
        foreach (var (hours, month) in new[] { (36, month36), (32, month32), (24, month24) })
        {
            var result = ResultOf(Adult(hours) with { Person = AdultPerson(loonwaarde) }, "lks");
            Assert.Equal(Money("2523.96"), result.Number("withHoliday"));
            Assert.Equal(Money(gap), result.Number("gap"));
            Assert.Equal(Money(subsidyBase), result.Number("base"));
            Assert.Equal(Money(month36), result.Number("fullTimeMonth"));
            Assert.Equal(Money(month), result.Number("month"));
        }
    }

    /// <summary>domain.md §2.5, the row "forfait".</summary>
    [Theory]
    [InlineData(36, "1577.48")]
    [InlineData(32, "1402.20")]
    [InlineData(24, "1051.65")]
    public void The_flat_subsidy_equals_the_worked_examples(int hours, string month)
    {
        var result = ResultOf(Adult(hours) with { Person = AdultPerson(null) }, "lks-flat");
        Assert.Equal(Money("1261.98"), result.Number("base"));
        Assert.Equal(Money(month), result.Number("month"));
    }

    /// <summary>domain.md §3.5.</summary>
    [Theory]
    [InlineData(Status.DgrPw, "1260.48", "105.04")]
    [InlineData(Status.WiaWao, "3806.40", "317.20")]
    public void Loonkostenvoordeel_equals_the_worked_examples(Status status, string year, string month)
    {
        var facts = Adult(24) with { Person = new PersonFacts(new HashSet<Status> { status }, new DateOnly(1990, 6, 15)) };
        var result = ResultOf(facts, "lkv");
        Assert.Equal(Money(year), result.Number("yearEstimate"));
        Assert.Equal(Money(month), result.Number("monthEstimate"));
    }

    /// <summary>domain.md §1.1 and §1.2: the amounts of 1 July 2026 by age, and for bbl at 20, 19 and 18.</summary>
    [Theory]
    [InlineData(21, "14.99", "14.99")]
    [InlineData(20, "11.99", "9.22")]
    [InlineData(19, "8.99", "7.87")]
    [InlineData(18, "7.50", "6.82")]
    [InlineData(17, "5.92", "5.92")]
    [InlineData(16, "5.17", "5.17")]
    [InlineData(15, "4.50", "4.50")]
    public void The_minimum_wage_equals_the_published_amounts(int age, string general, string bbl)
    {
        var facts = Adult(36) with { Person = new PersonFacts(new HashSet<Status>(), new DateOnly(2026, 7, 1).AddYears(-age)) };
        Assert.Equal(Money(general), ResultOf(facts, "minimum-wage").Number("hourly"));
        Assert.Equal(Money(bbl), ResultOf(facts with { Work = facts.Work with { Bbl = true } }, "minimum-wage").Number("hourly"));
    }

    [Fact]
    public void More_hours_never_lower_the_subsidy() =>
        Gen.Select(Subsidised, Hours).Sample((facts, more) =>
        {
            var longer = facts with { Work = facts.Work with { HoursPerWeek = facts.Work.HoursPerWeek + more } };
            Assert.NotNull(Month(facts));
            Assert.True(Month(longer) >= Month(facts));
        });

    [Fact]
    public void The_subsidy_is_never_above_its_cap() =>
        Subsidised.Sample(facts =>
        {
            var result = ResultOf(facts, "lks");
            var cap = result.Number("withHoliday") * Book.On("lks.cap", facts.ReferenceDay)!.Number() / 100;
            Assert.True(result.Number("base") <= cap + 0.01m); // both are printed
            Assert.True(result.Number("base") <= result.Number("gap"));
        });

    [Fact]
    public void The_parts_of_the_employer_cost_add_up_to_the_cent() =>
        AnyFacts.Sample(facts =>
        {
            var arrangements = Arrangements.Of(facts, Book);
            var cost = arrangements.EmployerCost;
            Assert.Equal(facts.IsPaid, cost is not null);
            if (cost is null)
            {
                return;
            }

            Assert.Equal(cost.Wage is null, cost.Missing.Count > 0);
            Assert.Equal(cost.Wage, cost.NetIfGranted + cost.Deductions.Sum(deduction => deduction.Month));
            Assert.Equal(cost.Wage, cost.Net + cost.Deductions.Where(deduction => deduction.Outcome == Outcome.Yes).Sum(deduction => deduction.Month));
            Assert.All(cost.Deductions, deduction => Assert.Equal(cost.Wage is null ? null : cost.NetIfGranted + deduction.Month, deduction.NetWithout));
            Assert.Equal(
                arrangements.Results.Where(result => result.Outcome != Outcome.No && result.Scheme is ("lks" or "lks-flat" or "lkv")).Select(result => result.Scheme).Order(StringComparer.Ordinal),
                cost.Deductions.Select(deduction => deduction.Scheme).Concat(cost.Unknown).Order(StringComparer.Ordinal));
        });

    [Fact]
    public void A_result_is_complete_and_says_what_is_missing() =>
        AnyFacts.Sample(facts =>
        {
            var results = Arrangements.Of(facts, Book).Results;
            Assert.Equal(12, results.Count);
            Assert.All(results, result =>
            {
                Assert.NotEmpty(result.Reasons);
                Assert.Distinct(result.Reasons);
                Assert.Distinct(result.Missing);
                Assert.Equal(result.Missing.Order(StringComparer.Ordinal), result.Missing);
                Assert.Equal(result.Missing.Any(missing => !missing.StartsWith("parameter:", StringComparison.Ordinal)), result.Reasons.Contains("fact-unknown"));
                Assert.Equal(result.Missing.Any(missing => missing.StartsWith("parameter:", StringComparison.Ordinal)), result.Reasons.Contains("figure-unknown"));
                Assert.True(result.Outcome != Outcome.Yes || result.Missing.Count == 0 || result.Scheme == "jobcoach");
                Assert.Equal(result.Outcome == Outcome.No ? null : facts.Work.Start, result.From);
                Assert.All(result.Reasons, code => Reason.Of(code));
            });
        });

    [Fact]
    public void Every_reason_has_words_and_every_word_has_a_reason()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ContractFolder.Contract("regulations-more.out.json")));
        var given = document.RootElement.GetProperty("cases").EnumerateArray()
            .SelectMany(each => each.GetProperty("results").EnumerateArray())
            .SelectMany(result => result.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!))
            .Distinct();
        Assert.Equal(given.Order(StringComparer.Ordinal), Reason.All.Select(reason => reason.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_scheme_and_the_files_of_the_figures_agree_on_who_reads_what() => Assert.All(Arrangements.Schemes, scheme =>
    {
        var read = scheme.Figures.Concat(scheme.ReadTerms.Select(term => term.Figure)).Distinct();
        var usedBy = Book.Figures.Where(figure => figure.UsedBy.Contains(scheme.Code)).Select(figure => figure.Name);
        Assert.Equal(usedBy, read.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void The_figures_in_results_are_those_of_the_scheme()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ContractFolder.Contract("regulations-more.out.json")));
        var named = document.RootElement.GetProperty("cases").EnumerateArray()
            .SelectMany(each => each.GetProperty("results").EnumerateArray())
            .SelectMany(result => result.GetProperty("parameters").EnumerateArray().Select(parameter => (
                Scheme: result.GetProperty("scheme").GetString()!, Figure: parameter.GetString()!.Split('@')[0])))
            .ToHashSet();
        Assert.Equal(Arrangements.Schemes.SelectMany(scheme => scheme.Figures.Select(figure => (scheme.Code, figure))).ToHashSet(), named);
    }

    [Fact]
    public void No_sentence_is_over_15_words() => Assert.All(Reason.All, reason =>
    {
        Assert.InRange(reason.Text.Split(' ').Length, 3, 15);
        Assert.EndsWith(".", reason.Text, StringComparison.Ordinal);
        Assert.Equal(reason.Kind is null, reason.Basis is null);
    });

    [Fact]
    public void A_reason_may_rest_on_something_else_in_another_scheme()
    {
        var facts = Adult(24);
        Assert.Equal(ReasonKind.Statutory, Reason.Of("displacement").KindFor("participation-place", facts));
        Assert.Equal(ReasonKind.Municipal, Reason.Of("displacement").KindFor("work-experience", facts));
        Assert.Equal(ReasonKind.Statutory, Reason.Of("already-in-paid-work").KindFor("trial-placement", facts));
        Assert.Equal(ReasonKind.Municipal, Reason.Of("already-in-paid-work").KindFor("volunteer", facts));
        Assert.Equal(ReasonKind.Municipal, Reason.Of("unpaid-work-before").KindFor("trial-placement", facts));
        var withUwv = facts with { Person = facts.Person with { Statuses = new HashSet<Status> { Status.Ww } } };
        Assert.Equal(ReasonKind.Statutory, Reason.Of("unpaid-work-before").KindFor("trial-placement", withUwv));
    }

    [Theory]
    [InlineData("2004-02-29", "2025-02-28", 20)]
    [InlineData("2004-02-29", "2025-03-01", 21)]
    [InlineData("2004-02-29", "2024-02-29", 20)]
    [InlineData("2005-07-02", "2026-07-01", 20)]
    [InlineData("2005-07-02", "2026-07-02", 21)]
    public void Age_counts_the_birthday_itself(string birth, string day, int age) =>
        Assert.Equal(age, (Adult(24) with { Person = new PersonFacts(new HashSet<Status>(), Date(birth)) }).AgeOn(Date(day)));

    private static decimal? Month(Facts facts) => ResultOf(facts, "lks").Number("month");

    private static SchemeResult ResultOf(Facts facts, string scheme) => Arrangements.Of(facts, Book).Results.Single(result => result.Scheme == scheme);

    private static PersonFacts AdultPerson(int? loonwaarde) =>
        new(new HashSet<Status> { Status.LksDoelgroep }, new DateOnly(1990, 6, 15), loonwaarde);

    private static Facts Adult(int hours) => new(
        new DateOnly(2026, 7, 1),
        AdultPerson(50),
        new WorkFacts(Forms.Regular, new DateOnly(2026, 7, 1), HoursPerWeek: hours, FullTimeHours: 36, HourlyWage: 14.99m));

    private static decimal Money(string amount) => decimal.Parse(amount, CultureInfo.InvariantCulture);

    private static DateOnly Date(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
