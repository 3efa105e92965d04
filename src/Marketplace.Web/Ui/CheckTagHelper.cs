using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>One box for yes or no, bound to a <c>bool</c>: <c>&lt;pw-check for="In.TeamZegtJa" /&gt;</c>.</summary>
[HtmlTargetElement("pw-check", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : FormControlTagHelper
{
    protected override string? InWords(object? value) => value is true ? UiWords.Yes : UiWords.No;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        AddClass(output, Invalid ? "utrecht-form-field utrecht-form-field--invalid pw-single" : "utrecht-form-field pw-single");
        var box = Describe(ChoiceMarkup.Box("checkbox", Id, Name, "true", Values().Contains("true", StringComparer.OrdinalIgnoreCase)));
        if (StoredMarkup() is { } stored)
        {
            output.Content.AppendHtml(stored);
        }

        if (ErrorMarkup() is { } error)
        {
            output.Content.AppendHtml(error);
        }

        output.Content.AppendHtml(ChoiceMarkup.Line(box, LabelContent()));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "pw-choice__hint", Hint).With("id", HintId));
        }

        // An empty box posts nothing; this makes it false instead of what the page set beforehand.
        output.Content.AppendHtml(Markup.Void("input").With("type", "hidden").With("name", Name).With("value", "false"));
    }
}
