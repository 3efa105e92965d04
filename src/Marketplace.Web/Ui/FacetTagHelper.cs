using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// One filter of a search, to fold: <c>&lt;pw-facet title="Reistijd" name="reis" items="Model.Travel" kind="radio" /&gt;</c> in a form
/// with method get. A <see cref="Choice"/> shows its count; <c>Selected</c> of the item ticks it.
/// </summary>
[HtmlTargetElement("pw-facet", Attributes = "title,name,items", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FacetTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string Name { get; set; } = "";

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary><c>checkbox</c> or <c>radio</c>.</summary>
    public string Kind { get; set; } = "checkbox";

    public string? Note { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Folded until something in it is chosen.</summary>
    public bool Closed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var items = Items.ToList();
        var id = "f-" + TagBuilder.CreateSanitizedId(Name, "_");
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        FormControlTagHelper.AddClass(output, "pw-facet");
        if (!Closed || items.Exists(item => item.Selected))
        {
            output.Attributes.SetAttribute("open", "");
        }

        output.Content.AppendHtml(Markup.Element("summary", null, Title));
        output.Content.AppendHtml(Markup.Element("div", "pw-facet__in",
            Note is null ? null : Markup.Element("p", "pw-fine", Note).With("id", id + "-hint"),
            Markup.Element("fieldset", "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset",
                Markup.Element("legend", "utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend", Markup.Spoken(Title)),
                ChoiceMarkup.List(Kind, id, Name, items, item => item.Selected)).With("aria-describedby", Note is null ? null : id + "-hint")));
    }
}
