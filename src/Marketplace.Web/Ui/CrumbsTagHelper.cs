using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>The way up, from the third level on: <c>&lt;pw-crumbs&gt;&lt;pw-crumb href="/kandidaten"&gt;Kandidaten&lt;/pw-crumb&gt;&lt;pw-crumb&gt;Profiel&lt;/pw-crumb&gt;&lt;/pw-crumbs&gt;</c>.</summary>
[HtmlTargetElement("pw-crumbs")]
public sealed class CrumbsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.Attributes.SetAttribute("aria-label", UiWords.Crumbs);
        FormControlTagHelper.AddClass(output, "utrecht-breadcrumb-nav");
        var items = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(Markup.Element("ol", "utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol", items));
    }
}
