using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// Where you are in a row of pages: <c>&lt;pw-steps&gt;&lt;pw-step state="Done" href="…"&gt;Basis&lt;/pw-step&gt;&lt;pw-step state="Busy"&gt;Wensen&lt;/pw-step&gt;&lt;/pw-steps&gt;</c>.
/// </summary>
[HtmlTargetElement("pw-steps")]
public sealed class StepsTagHelper : TagHelper
{
    public override void Init(TagHelperContext context) => context.Items[typeof(StepsTagHelper)] = new Counter();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.Attributes.SetAttribute("aria-label", UiWords.Steps);
        var items = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Markup.Element("ol", "pw-steps", items));
    }

    internal sealed class Counter
    {
        private int last;

        public int Next() => ++last;
    }
}
