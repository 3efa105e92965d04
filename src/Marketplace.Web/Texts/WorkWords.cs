using System.Globalization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch words for states, rhythm and hours of work, as they stand in lists and sentences.</summary>
public static class WorkWords
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Of(JobState state) => state switch
    {
        JobState.Concept => "Concept",
        JobState.Open => "Open",
        JobState.Paused => "Even niet",
        JobState.Filled => "Bezet",
        _ => "Gestopt",
    };

    public static StatusTone ToneOf(JobState state) => state switch
    {
        JobState.Open => StatusTone.Good,
        JobState.Paused => StatusTone.Warning,
        JobState.Filled => StatusTone.Info,
        _ => StatusTone.Plain,
    };

    /// <summary>"dag", "week", "maand".</summary>
    public static string Of(Frequency per) => per switch
    {
        Frequency.Day => "dag",
        Frequency.Month => "maand",
        _ => "week",
    };

    /// <summary>"5 × 60 min per week"; of a task per day also the number of days.</summary>
    public static string Of(TaskRhythm rhythm) =>
        string.Create(Dutch, $"{rhythm.Times:0.##} × {rhythm.Minutes} min per {Of(rhythm.Per)}")
        + (rhythm.Per == Frequency.Day ? $", {Counted(rhythm.DaysPerWeek, "dag", "dagen")}" : "");

    /// <summary>Hours of so many minutes with two decimals, for a column: "3,75".</summary>
    public static string HoursColumn(int minutes) => (minutes / 60m).ToString("0.00", Dutch);

    /// <summary>Hours of so many minutes in a sentence: "3,75", "20".</summary>
    public static string Hours(int minutes) => Number(minutes / 60m);

    public static string Number(decimal number) => number.ToString("0.##", Dutch);

    /// <summary>"12 tot 20 uur per week", "16 uur per week", or that it was not answered yet.</summary>
    public static string Hours(decimal? least, decimal? most) => (least, most) switch
    {
        ({ } from, { } to) when from == to => $"{Number(from)} uur per week",
        ({ } from, { } to) => $"{Number(from)} tot {Number(to)} uur per week",
        _ => "Nog geen uren",
    };

    /// <summary>"minimumloon", "€ 16,50 per uur", or that no wage belongs to the form; for who may read wage.</summary>
    public static string Wage(Job job) => !Forms.IsPaid(job.Form) ? "geen loon van de werkgever" : job.HourlyWage is { } wage ? string.Create(Dutch, $"€ {wage:N2} per uur") : "minimumloon";

    /// <summary>"maandagochtend, donderdagochtend", in the order of the week.</summary>
    public static string Parts(IEnumerable<string> codes) => string.Join(", ", Domain.Vocabulary.Dayparts.InOrder(codes).Select(Domain.Vocabulary.Dayparts.Word));

    /// <summary>"april tot en met oktober".</summary>
    public static string Season(int from, int to) => $"{Month(from)} tot en met {Month(to)}";

    public static string Month(int month) => Dutch.DateTimeFormat.GetMonthName(month);

    /// <summary>"donderdag 26 november 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", Dutch);

    /// <summary>"24 november 2026".</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>"1 taak", "3 taken".</summary>
    public static string Counted(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";

    /// <summary>What freed time is for.</summary>
    public static string Of(FreedFor freedFor) => freedFor switch
    {
        FreedFor.MoreOwnWork => "meer eigen vakwerk",
        FreedFor.LessOvertime => "minder overwerk",
        FreedFor.Quality => "beter werk, minder fouten",
        FreedFor.Guiding => "collega’s begeleiden",
        _ => "minder mensen inhuren",
    };

    /// <summary>The words of a list with the first letter as a capital.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Dutch) + words[1..];

    /// <summary>What the employer offers, in the words that are asked of an employer.</summary>
    public static IEnumerable<string> Offers(IEnumerable<string> codes) => CodeLists.Asked.Codes.Where(codes.Contains).Select(CodeLists.Asked.Word);
}
