using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>A picture beside a word: <c>&lt;pw-icon name="clock" /&gt;</c>. Names: <c>wwwroot/lib/icons/tabler.svg</c>. Sizes <c>lg</c>, <c>xl</c>.</summary>
[HtmlTargetElement("pw-icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(Name, Size));
    }
}
