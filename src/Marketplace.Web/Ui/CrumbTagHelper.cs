using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>One step of <c>pw-crumbs</c>; without <c>href</c> it is this page.</summary>
[HtmlTargetElement("pw-crumb", ParentTag = "pw-crumbs")]
public sealed class CrumbTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        FormControlTagHelper.AddClass(output, "utrecht-breadcrumb-nav__item");
        var words = await output.GetChildContentAsync();
        if (Href is null)
        {
            output.Content.SetHtmlContent(Markup.Element("span", null, words).With("aria-current", "page"));
        }
        else
        {
            output.Content.SetHtmlContent(Markup.Element("a", "nl-link", words).With("href", Href))
                .AppendHtml(Markup.Element("span", "pw-crumb-sep", "/").With("aria-hidden", "true"));
        }
    }
}
