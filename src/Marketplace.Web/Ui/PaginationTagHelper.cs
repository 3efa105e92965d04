using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// Pages of a long list: <c>&lt;pw-pagination text="U ziet 1 tot en met 10 van 37" of="Model.Paging" /&gt;</c>. The links keep
/// the rest of the address; the number is in <c>pagina</c>. Nothing is shown for one page.
/// </summary>
[HtmlTargetElement("pw-pagination", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper : TagHelper
{
    private const string InAddress = "pagina";

    public string? Text { get; set; }

    public Paging Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Pages < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-label", UiWords.Pages);
        FormControlTagHelper.AddClass(output, "utrecht-pagination");
        var links = Markup.Element("span", "utrecht-pagination__pages");
        if (Of.Number > 1)
        {
            links.Add(Beside(Of.Number - 1, "prev", [Markup.Icon("chevron-left"), UiWords.Previous]));
        }

        var last = 0;
        foreach (var number in Shown())
        {
            if (number > last + 1)
            {
                links.Add(Markup.Element("span", "pw-gap", "…").With("aria-hidden", "true"));
            }

            links.Add(Numbered(number));
            last = number;
        }

        if (Of.Number < Of.Pages)
        {
            links.Add(Beside(Of.Number + 1, "next", [UiWords.Next, Markup.Icon("chevron-right")]));
        }

        output.Content.AppendHtml(string.IsNullOrEmpty(Text) ? null : Markup.Element("p", null, Text)).AppendHtml(links);
    }

    /// <summary>First, last, and the neighbours of this page.</summary>
    private IEnumerable<int> Shown() => Enumerable.Range(1, Of.Pages).Where(number => number == 1 || number == Of.Pages || Math.Abs(number - Of.Number) <= 2);

    private TagBuilder Numbered(int number) => Markup.Element("a", number == Of.Number ? "utrecht-pagination__page-link utrecht-pagination__page-link--current" : "utrecht-pagination__page-link",
            Markup.Spoken(UiWords.Page), number)
        .With("href", Address(number))
        .With("aria-current", number == Of.Number ? "page" : null);

    private TagBuilder Beside(int number, string rel, params object[] content) =>
        Markup.Element("a", $"utrecht-pagination__relative-link utrecht-pagination__relative-link--{rel}", content).With("href", Address(number)).With("rel", rel);

    private string Address(int number)
    {
        var query = ViewContext.HttpContext.Request.Query
            .Where(pair => !string.Equals(pair.Key, InAddress, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create<string, string?>(InAddress, number.ToString(CultureInfo.InvariantCulture)));
        return QueryString.Create(query).Value!;
    }
}
