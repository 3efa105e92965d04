using System.Globalization;
using Marketplace.Domain.People;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Web.Texts;

/// <summary>The answers of a profile in words, for staff and for the person.</summary>
public static class ProfileWords
{
    public const string NotDiscussed = "nog niet besproken";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly (string Code, string Word)[] Days =
        [("mon", "maandag"), ("tue", "dinsdag"), ("wed", "woensdag"), ("thu", "donderdag"), ("fri", "vrijdag"), ("sat", "zaterdag"), ("sun", "zondag")];

    /// <summary>"24 november 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>"24 november 2026, 10.42 uur", in the Netherlands.</summary>
    public static string Moment(DateTime utc) => DutchCalendar.Local(utc).ToString("d MMMM yyyy, H.mm 'uur'", Dutch);

    /// <summary>"16 tot 24 uur per week, het liefst 20".</summary>
    public static string Hours(decimal? min, decimal? wish, decimal? max) => min is null
        ? NotDiscussed
        : min == max
            ? string.Create(Dutch, $"{min:0.##} uur per week")
            : string.Create(Dutch, $"{min:0.##} tot {max:0.##} uur per week, het liefst {wish:0.##}");

    /// <summary>"fiets, bus of trein, hoogstens 45 minuten".</summary>
    public static string Travel(IReadOnlyCollection<string> modes, int? maxMinutes) => modes.Count == 0 || maxMinutes is null
        ? NotDiscussed
        : $"{CodeLists.Modes.Words(modes)}, hoogstens {maxMinutes} minuten";

    /// <summary>One line for each part of the day: "ochtend: maandag, dinsdag", or "elke ochtend".</summary>
    public static IReadOnlyList<string> Times(IReadOnlyCollection<string> dayparts) =>
        [.. new[] { "ochtend", "middag", "avond" }.Select((part, index) => PartOfDay(dayparts, part, index + 1)).OfType<string>()];

    /// <summary>The words of several codes, or that there are none.</summary>
    public static string List(CodeList list, IReadOnlyCollection<string> codes, string none = NotDiscussed) => codes.Count == 0 ? none : list.Words(codes);

    public static string Source(CapacitySource source) => source switch
    {
        CapacitySource.Conversation => "gesprek",
        CapacitySource.WorkingAlong => "meelopen",
        _ => "proefplaatsing",
    };

    /// <summary>Levels that a person wants to reach: "Tillen, dragen, duwen: 5 tot 15 kilo".</summary>
    public static IReadOnlyList<string> Growth(Levels growth) => [.. growth.Known.Select(k => Answer(Dimensions.Of(k.Key), k.Value))];

    /// <summary>One answer: what it is about, and the level in words.</summary>
    public static string Answer(Dimension dimension, int level) => $"{dimension.Label}: {dimension.PersonWords[level]}";

    private static string? PartOfDay(IReadOnlyCollection<string> dayparts, string part, int number)
    {
        var days = Days.Where(d => dayparts.Contains($"{d.Code}-{number}")).Select(d => d.Word).ToList();
        return days.Count switch
        {
            0 => null,
            7 => $"elke {part}",
            5 when days[^1] == "vrijdag" => $"{part}: maandag tot en met vrijdag",
            _ => $"{part}: {string.Join(", ", days)}",
        };
    }
}
