using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// The week as 7 × 3 boxes, bound to a list of codes: <c>&lt;pw-dayparts for="In.Dagdelen" /&gt;</c>. The first row ticks a whole
/// column and posts <c>all-1</c> to <c>all-3</c>: read the list with <see cref="Dayparts.Expand"/>. That row starts empty on
/// purpose, otherwise it would put back what was taken out of the column.
/// </summary>
[HtmlTargetElement("pw-dayparts", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DaypartsTagHelper : FormControlTagHelper
{
    protected override string? InWords(object? value) => string.Join("; ", Dayparts.Expand(value as IEnumerable<string>).GroupBy(code => code[..^2])
        .Select(day => UiWords.Days[Dayparts.Days.ToList().IndexOf(day.Key)] + " " + string.Join(", ", day.Select(code => UiWords.PartsOfDay[code[^1] - '1']))));

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ticked = Dayparts.Expand(Values());
        var head = Markup.Element("tr", null, Markup.Element("td"));
        foreach (var part in UiWords.PartsOfDay)
        {
            head.Add(Markup.Element("th", null, part).With("scope", "col"));
        }

        var body = Markup.Element("tbody", null, Row("all", UiWords.EveryDay, part => UiWords.AllPartsOfDay[part - 1], _ => false, "pw-week-grid__all"));
        for (var day = 0; day < 7; day++)
        {
            var word = UiWords.Days[day];
            body.Add(Row(Dayparts.Days[day], word, part => word + "\u00a0" + UiWords.PartsOfDay[part - 1], ticked.Contains, null));
        }

        WriteGroup(output, null, Asked(), Markup.Element("table", "pw-week-grid", Markup.Element("thead", null, head), body).With("aria-labelledby", LabelId));
    }

    private TagBuilder Row(string day, string word, Func<int, string> name, Predicate<string> on, string? cssClass)
    {
        var row = Markup.Element("tr", cssClass, Markup.Element("th", null, word).With("scope", "row"));
        for (var part = 1; part <= 3; part++)
        {
            var code = $"{day}-{part}";
            // The first box has the id of the group: the error summary points at it.
            var box = ChoiceMarkup.Box("checkbox", code == "all-1" ? Id : $"{Id}-{code}", Name, code, on(code))
                .With(day == "all" ? "data-all" : "data-column", $"{part}")
                .With("aria-invalid", Invalid ? "true" : null);
            row.Add(Markup.Element("td", null, Markup.Element("label", "pw-week-grid__box", box, Markup.Spoken(name(part)))));
        }

        return row;
    }
}
