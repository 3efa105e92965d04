using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// The list of everything that is wrong, on top of the page: <c>&lt;pw-error-summary /&gt;</c>. Nothing when all is well.
/// It gets the focus (without script by <c>autofocus</c>, after a swap by <c>app.js</c>).
/// </summary>
[HtmlTargetElement("pw-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", "fouten");
        output.Attributes.SetAttribute("class", "utrecht-alert utrecht-alert--error");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "fouten-titel");
        output.Attributes.SetAttribute("data-focus", "");
        output.Attributes.SetAttribute("autofocus", "");
        output.Content.SetHtmlContent(new Late(Body));
    }

    private TagBuilder Body()
    {
        var fields = RenderedFields.Of(ViewContext);
        var stored = StoredValues.Of(ViewContext);
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Take(1).Select(error => (Text: FormControlTagHelper.Words(error), Field: fields.Find(entry.Key))))
            .OrderBy(error => error.Field.Order)
            .DistinctBy(error => (error.Text, error.Field.Id))
            .ToList();
        return Markup.Element("div", "pw-alert__row",
            Markup.Element("div", "utrecht-alert__icon", Markup.Icon("alert-triangle", "lg")),
            Markup.Element("div", "utrecht-alert__content",
                Markup.Element("h2", "nl-heading nl-heading--level-2 pw-alert-title", stored is null ? UiWords.ErrorCount(errors.Count) : UiWords.ChangedMeanwhile).With("id", "fouten-titel"),
                List(errors.Select(error => (error.Text, error.Field.Id))),
                fields.Differing.Count == 0 ? null : Markup.Element("p", null, UiWords.Differing),
                fields.Differing.Count == 0 ? null : List(fields.Differing.Select(field => (field.Text, (string?)field.Id))),
                stored is null ? null : Markup.Element("p", null, Markup.Element("a", "nl-link", UiWords.TakeStored).With("href", Anew(ViewContext.HttpContext.Request)))));
    }

    private static TagBuilder List(IEnumerable<(string Text, string? Id)> lines) => Markup.Element("ul", "utrecht-unordered-list",
        [.. lines.Select(line => Markup.Element("li", "utrecht-unordered-list__item", line.Id is null ? line.Text : Markup.Element("a", "nl-link", line.Text).With("href", "#" + line.Id)))]);

    /// <summary>The address of this page without the handler that was posted to.</summary>
    private static string Anew(HttpRequest request) =>
        request.PathBase + request.Path + QueryString.Create(request.Query.Where(pair => !string.Equals(pair.Key, "handler", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Written when the page is sent: only then are the controls below the summary known.</summary>
    private sealed class Late(Func<IHtmlContent> content) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => content().WriteTo(writer, encoder);
    }
}
