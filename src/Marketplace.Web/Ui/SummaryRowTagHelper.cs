using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>One answer in <c>pw-summary-list</c>; without <c>change</c> it cannot be changed here.</summary>
[HtmlTargetElement("pw-summary-row", ParentTag = "pw-summary-list", Attributes = "label")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public string? Change { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var answer = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Content.SetHtmlContent(Markup.Element("dt", null, Label)).AppendHtml(Markup.Element("dd", null, answer));
        if (!string.IsNullOrEmpty(Change))
        {
            output.Content.AppendHtml(Markup.Element("dd", "pw-answers__change",
                Markup.Element("a", "nl-link", UiWords.Change, Markup.Spoken(" " + Label)).With("href", Change)));
        }
    }
}
