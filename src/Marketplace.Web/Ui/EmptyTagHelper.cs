using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// In place of an empty list: what this is, why it is empty, one button.
/// <c>&lt;pw-empty title="Nog geen taken" icon="list-check"&gt;&lt;p&gt;…&lt;/p&gt;&lt;pw-link-button href="…"&gt;…&lt;/pw-link-button&gt;&lt;/pw-empty&gt;</c>.
/// </summary>
[HtmlTargetElement("pw-empty", Attributes = "title")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string Icon { get; set; } = "circle-dashed";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        FormControlTagHelper.AddClass(output, "pw-card pw-empty");
        output.Content.SetHtmlContent(Markup.Element("span", "pw-empty__icon", Markup.Icon(Icon, "xl")).With("aria-hidden", "true"));
        output.Content.AppendHtml(Markup.Element("h2", "pw-h2", Title)).AppendHtml(content);
    }
}
