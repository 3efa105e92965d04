using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>One page in <c>pw-steps</c>. A step with <c>href</c> can be opened; a step that cannot yet has none.</summary>
[HtmlTargetElement("pw-step", ParentTag = "pw-steps")]
public sealed class StepTagHelper : TagHelper
{
    public StepState State { get; set; }

    public string? Href { get; set; }

    /// <summary>Words of the state, where the set words do not fit: a step that was begun and left.</summary>
    public string? Word { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var number = ((StepsTagHelper.Counter)context.Items[typeof(StepsTagHelper)]).Next();
        output.TagName = "li";
        var (name, word) = State switch
        {
            StepState.Done => ("done", UiWords.Done),
            StepState.Busy => ("current", UiWords.ThisStep),
            _ => ("todo", UiWords.NotBegun),
        };
        FormControlTagHelper.AddClass(output, "pw-steps__item pw-steps__item--" + name);
        if (State == StepState.Busy)
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        var words = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Markup.Element("span", "pw-steps__marker", State == StepState.Done ? Markup.Icon("check") : number.ToString(CultureInfo.InvariantCulture)).With("aria-hidden", "true"));
        output.Content.AppendHtml(Markup.Element("span", null,
            Href is null ? words : Markup.Element("a", "nl-link", words).With("href", Href),
            Markup.Element("small", null, string.IsNullOrEmpty(Word) ? word : Word)));
    }
}
