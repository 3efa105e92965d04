using System.Globalization;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Texts;

namespace Marketplace.Web.Pages.Work;

/// <summary>The price of one job as pages show it: what is assumed when nobody said otherwise, and the words. No person is among it.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Cost">The price.</param>
/// <param name="IsPaid">False: no wage belongs to the form; the price is that of the same work as paid work.</param>
/// <param name="IsMinimum">The price is that of the minimum wage.</param>
public sealed record JobPricing(Guid JobId, JobCost Cost, bool IsPaid, bool IsMinimum)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The minimum wage of the first day, for adults, and since when it holds.</summary>
    public static ShownFigure MinimumWage(RegulationBook book, DateOnly start) => book.Shown("wml.hourly", start);

    /// <summary>"€ 14,99 per uur": the minimum wage of the day, with the day since when it holds.</summary>
    public static string MinimumWords(RegulationBook book, DateOnly start) =>
        MinimumWage(book, start).Version is { } version ? $"{Cents(version.Number()!.Value)} per uur, vanaf {WorkWords.Date(version.ValidFrom)}" : "";

    /// <summary>
    /// What is assumed: the most hours of the job, the wage that the employer pays, which is at least the minimum, the charges of the subsidy, the
    /// guidance that its tasks take, and the hours that the functions get back which do them now.
    /// </summary>
    /// <param name="job">The job with its tasks.</param>
    /// <param name="today">Today.</param>
    /// <param name="book">The figures.</param>
    /// <param name="costs">What an hour of those functions costs; null: not counted.</param>
    public static JobCostAssumptions Usual(Job job, DateOnly today, RegulationBook book, IReadOnlyDictionary<string, decimal>? costs = null) => Usual(
        job.HoursMax ?? InQuarters(job.MinutesPerWeek),
        job.HourlyWage,
        FreedHours.Of(job.Tasks.Select(t => (t.DoneBy, t.Rhythm.MinutesPerWeek)), costs ?? new Dictionary<string, decimal>()),
        costs is null ? 0 : job.Tasks.Sum(t => t.SupervisionMinutes),
        job.FirstDay(today),
        book);

    /// <summary>The same of tasks that are no job yet.</summary>
    /// <param name="hours">Hours a week.</param>
    /// <param name="wage">What the employer pays an hour; null: the minimum wage.</param>
    /// <param name="freed">What the functions get back.</param>
    /// <param name="supervisionMinutes">Extra guidance a week; an hour of it costs what the freed hours cost.</param>
    /// <param name="start">The first day.</param>
    /// <param name="book">The figures.</param>
    public static JobCostAssumptions Usual(decimal hours, decimal? wage, FreedHours freed, int supervisionMinutes, DateOnly start, RegulationBook book) => new(
        Math.Clamp(hours, 0.25m, JobCostAssumptions.MostHours),
        Math.Max(wage ?? 0, MinimumWage(book, start).Version!.Number()!.Value),
        book.Shown("lks.charges", start).Version!.Number()!.Value / 100,
        GuidanceHours: Math.Min(supervisionMinutes / 60m, JobCostAssumptions.MostHours),
        GuidanceCost: freed.CostPerHour,
        FreedHours: Math.Min(freed.KnownMinutes == 0 ? hours : InQuarters(freed.KnownMinutes), JobCostAssumptions.MostHours),
        FreedCost: freed.CostPerHour);

    /// <summary>Minutes as hours, to the nearest quarter.</summary>
    public static decimal InQuarters(int minutes) => Math.Round(minutes / 15m) / 4;

    /// <summary>The price of a job with what is usually assumed.</summary>
    public static JobPricing Of(Job job, DateOnly today, RegulationBook book) =>
        Of(job, Usual(job, today, book), job.FirstDay(today), book);

    /// <summary>The price of a job with these assumptions.</summary>
    public static JobPricing Of(Job job, JobCostAssumptions assumptions, DateOnly start, RegulationBook book) =>
        new(job.Id, JobCost.Of(assumptions, start, book), Forms.IsPaid(job.Form), assumptions.HourlyWage == MinimumWage(book, start).Version!.Number());

    /// <summary>"met het minimumloon", or with the wage that the employer pays.</summary>
    public string WageWords => IsMinimum ? "met het minimumloon" : $"met een loon van {Cents(Cost.Assumptions.HourlyWage)} per uur";

    /// <summary>One sentence, as an employer reads it before anybody is known.</summary>
    public string Sentence => string.Create(
        Dutch, $"{Cost.Assumptions.HoursPerWeek:0.##} uur per week: zonder regelingen ongeveer {Euros(Cost.WithoutArrangements)} per maand; met loonkostensubsidie meestal {Range}.");

    /// <summary>"€ 530 tot € 1.400".</summary>
    public string Range => $"{Euros(Cost.WithSubsidy.From)} tot {Euros(Cost.WithSubsidy.To)}";

    /// <summary>Since when the amounts hold.</summary>
    public string Since(RegulationBook book) => FigureTexts.Since(book.Shown("wml.month", Cost.Now.From));

    /// <summary>Whole euros.</summary>
    public static string Euros(decimal amount) => string.Create(Dutch, $"€ {Math.Round(amount, MidpointRounding.AwayFromZero):N0}");

    /// <summary>Euros and cents.</summary>
    public static string Cents(decimal amount) => string.Create(Dutch, $"€ {amount:N2}");

    /// <summary>What a month costs, from and to; one amount when both are the same.</summary>
    public static string Month(JobCostMonth month) => month.Least == month.Most ? Cents(month.Least) : $"{Cents(month.Least)} tot {Cents(month.Most)}";
}
