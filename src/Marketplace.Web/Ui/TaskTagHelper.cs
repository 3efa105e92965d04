using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>One part in <c>pw-task-list</c>: Klaar is plain text, Bezig and Nog niet are coloured.</summary>
[HtmlTargetElement("pw-task", ParentTag = "pw-task-list", Attributes = "href")]
public sealed class TaskTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public StepState State { get; set; }

    public string? Hint { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Content.SetHtmlContent(Markup.Element("span", null,
            Markup.Element("a", "nl-link", words).With("href", Href),
            Hint is null ? null : Markup.Element("span", "pw-task-list__hint", Hint)));
        output.Content.AppendHtml(State switch
        {
            StepState.Done => Markup.Element("span", "pw-task-list__done", Markup.Icon("check"), " ", UiWords.Done),
            StepState.Busy => Label("neutral", "edit", UiWords.Busy),
            _ => Label("warning", "circle-dashed", UiWords.NotYet),
        });
    }

    private static TagBuilder Label(string tone, string icon, string word) =>
        Markup.Element("span", "utrecht-status-badge utrecht-status-badge--" + tone, Markup.Icon(icon), Markup.Element("span", null, word));
}
