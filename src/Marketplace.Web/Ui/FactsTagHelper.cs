using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>A row of short facts: <c>&lt;pw-facts&gt;&lt;pw-fact icon="clock"&gt;20 uur per week&lt;/pw-fact&gt;&lt;/pw-facts&gt;</c>.</summary>
[HtmlTargetElement("pw-facts")]
public sealed class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        FormControlTagHelper.AddClass(output, "pw-facts");
    }
}
