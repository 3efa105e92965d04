using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>A link that looks like a button, for going somewhere: <c>&lt;pw-link-button href="/werk/nieuw" icon="plus"&gt;Zet werk neer&lt;/pw-link-button&gt;</c>.</summary>
[HtmlTargetElement("pw-link-button", Attributes = "href")]
public sealed class LinkButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; } = ButtonKind.Primary;

    public string? Icon { get; set; }

    public string? About { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        await ButtonTagHelper.WriteAsync(output, Kind, Icon, About);
        FormControlTagHelper.AddClass(output, "pw-link-button");
    }
}
