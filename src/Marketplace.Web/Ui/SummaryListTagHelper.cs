using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// Answers to check, each with a link to change it: <c>&lt;pw-summary-list&gt;&lt;pw-summary-row label="Uren" change="…"&gt;20 uur&lt;/pw-summary-row&gt;&lt;/pw-summary-list&gt;</c>.
/// </summary>
[HtmlTargetElement("pw-summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        FormControlTagHelper.AddClass(output, "pw-answers");
    }
}
