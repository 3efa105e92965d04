using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// A date in three fields, for a <c>DateOnly?</c>: <c>&lt;pw-date for="In.Start" hint="Bijvoorbeeld 5 12 2026" /&gt;</c>. Posts
/// <c>In.Start.Dag</c>, <c>.Maand</c>, <c>.Jaar</c>; <see cref="DateModelBinder"/> reads them.
/// </summary>
[HtmlTargetElement("pw-date", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : FormControlTagHelper
{
    /// <summary>The three fields are a date of birth, which a browser may fill in.</summary>
    public bool Birthday { get; set; }

    protected override string? InWords(object? value) => value is DateOnly date ? Long(date) : "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var typed = Values();
        if (typed is [var one] && DateOnly.TryParse(one, out var date))
        {
            typed = Parts(date);
        }
        else if (typed.Count != 3)
        {
            typed = For.Model is DateOnly known ? Parts(known) : ["", "", ""];
        }

        WriteGroup(output, "pw-date", Markup.Element("div", "pw-date__parts",
            Part(UiWords.Day, typed[0], Id, "bday-day", "pw-date__short"),
            Part(UiWords.Month, typed[1], Id + "_" + UiWords.Month, "bday-month", "pw-date__short"),
            Part(UiWords.Year, typed[2], Id + "_" + UiWords.Year, "bday-year", "pw-date__year")));
    }

    private static string[] Parts(DateOnly date) => [$"{date.Day}", $"{date.Month}", $"{date.Year}"];

    private TagBuilder Part(string word, string value, string id, string autocomplete, string cssClass) => Markup.Element("div", null,
        Markup.Element("label", "utrecht-form-label pw-date__label", word).With("for", id),
        Markup.Void("input", $"utrecht-textbox utrecht-textbox--html-input {cssClass}{(Invalid ? " utrecht-textbox--invalid" : "")}")
            .With("type", "text")
            .With("id", id)
            .With("name", Name + "." + word)
            .With("value", value)
            .With("inputmode", "numeric")
            .With("autocomplete", Birthday ? autocomplete : "off")
            .With("aria-invalid", Invalid ? "true" : null));
}
