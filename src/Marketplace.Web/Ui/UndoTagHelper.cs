using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// Says what was done and lets the reader take it back by a post:
/// <c>&lt;pw-undo action="/werk/taken/…/terug" about="Vloer vegen"&gt;De taak “Vloer vegen” is verwijderd.&lt;/pw-undo&gt;</c>.
/// <c>name</c> and <c>value</c> go along in the form.
/// </summary>
[HtmlTargetElement("pw-undo", Attributes = "action")]
public sealed class UndoTagHelper(IHtmlGenerator html) : TagHelper
{
    public string Action { get; set; } = "";

    public string? Name { get; set; }

    public string? Value { get; set; }

    /// <summary>What is taken back, for screen readers.</summary>
    public string? About { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var form = Markup.Element("form", null,
                Name is null ? null : Markup.Void("input").With("type", "hidden").With("name", Name).With("value", Value),
                html.GenerateAntiforgery(ViewContext),
                Markup.Element("button", "pw-as-link", UiWords.Undo, About is null ? null : Markup.Spoken(": " + About)).With("type", "submit"))
            .With("method", "post")
            .With("action", Action);
        AlertTagHelper.Write(output, AlertKind.Success, null, Markup.Element("div", "pw-undo", Markup.Element("span", null, await output.GetChildContentAsync()), form));
    }
}
