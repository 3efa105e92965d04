using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// A table with a caption that stacks on a phone: <c>&lt;pw-table caption="Taken"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/pw-table&gt;</c>.
/// The first cell of a row is <c>&lt;th scope="row"&gt;</c>; every <c>&lt;td&gt;</c> carries <c>data-label="Uren:"</c>; numbers get <c>class="pw-num"</c>.
/// </summary>
[HtmlTargetElement("pw-table", Attributes = "caption")]
public sealed class TableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "section";
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Caption);
        FormControlTagHelper.AddClass(output, "pw-table-scroll");
        output.Content.SetHtmlContent(Markup.Element("table", "utrecht-table pw-table",
            Markup.Element("caption", "utrecht-table__caption pw-caption", Caption), rows));
    }
}
