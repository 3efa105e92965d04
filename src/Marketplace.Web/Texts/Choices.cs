using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Texts;

/// <summary>Closed lists as answers on a form.</summary>
public static class Choices
{
    public static IReadOnlyList<SelectListItem> Of(CodeList list) => Of(list, list.Codes);

    /// <summary>Some codes of a list, in the order given.</summary>
    public static IReadOnlyList<SelectListItem> Of(CodeList list, IEnumerable<string> codes) =>
        [.. codes.Select(c => new SelectListItem(WorkWords.Sentence(list.Word(c)), c))];

    /// <summary>January to December.</summary>
    public static IReadOnlyList<SelectListItem> Months { get; } =
        [.. Enumerable.Range(1, 12).Select(m => new SelectListItem(WorkWords.Sentence(WorkWords.Month(m)), $"{m}"))];

    /// <summary>Per day, week or month.</summary>
    public static IReadOnlyList<SelectListItem> Frequencies { get; } =
        [.. Enum.GetValues<Frequency>().Select(f => new SelectListItem($"Per {WorkWords.Of(f)}", f.ToString()))];

    /// <summary>Yes or no.</summary>
    public static IReadOnlyList<SelectListItem> YesNo { get; } = [new(UiWords.Yes, "true"), new(UiWords.No, "false")];

    /// <summary>Yes or no about moving a task.</summary>
    public static IReadOnlyList<SelectListItem> MayMove { get; } =
        [new("Ja, dat mag", "true"), new Choice("false", "Nee, deze taak blijft waar zij is", "Zij komt dan niet in een functie.")];

    /// <summary>All examples, by branch.</summary>
    public static IReadOnlyList<SelectListItem> Examples { get; } =
        [.. CodeLists.Sectors.Codes.Select(s => (Code: s, Group: new SelectListGroup { Name = WorkWords.Sentence(CodeLists.Sectors.Word(s)) }))
            .SelectMany(s => TaskExamples.All.Where(e => e.Sector == s.Code).Select(e => new SelectListItem(e.Name, e.Code) { Group = s.Group }))];

    /// <summary>What freed time is for.</summary>
    public static IReadOnlyList<SelectListItem> FreedFor { get; } =
        [.. Enum.GetValues<FreedFor>().Select(f => new SelectListItem(WorkWords.Sentence(WorkWords.Of(f)), f.ToString()))];

    /// <summary>An example with what is usual for it.</summary>
    public static SelectListItem Of(TaskExample example) =>
        new Choice(example.Code, example.Name, $"Vaak {WorkWords.Of(example.Rhythm)}. Nu door: {example.DoneBy}.");
}
