using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// The parts of something long, in any order: <c>&lt;pw-task-list&gt;&lt;pw-task href="…" state="Done"&gt;Uren en tijden&lt;/pw-task&gt;&lt;/pw-task-list&gt;</c>.
/// </summary>
[HtmlTargetElement("pw-task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        FormControlTagHelper.AddClass(output, "pw-card pw-rows pw-plain pw-task-list");
    }
}
