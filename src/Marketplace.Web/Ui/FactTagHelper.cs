using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>One fact in <c>pw-facts</c>; <c>strong</c> for what asks attention.</summary>
[HtmlTargetElement("pw-fact", ParentTag = "pw-facts", Attributes = "icon")]
public sealed class FactTagHelper : TagHelper
{
    public string Icon { get; set; } = "";

    public bool Strong { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        if (Strong)
        {
            FormControlTagHelper.AddClass(output, "pw-facts__hi");
        }

        var words = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Markup.Icon(Icon)).AppendHtml(Markup.Element("span", null, words));
    }
}
