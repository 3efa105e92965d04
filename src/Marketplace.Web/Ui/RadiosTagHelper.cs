using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// One answer out of a few: <c>&lt;pw-radios for="In.Staan" items="Model.Answers" inline /&gt;</c>. Nothing is chosen
/// beforehand unless the model has a value.
/// </summary>
[HtmlTargetElement("pw-radios", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : FormControlTagHelper
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Side by side where there is room; otherwise below each other.</summary>
    public bool Inline { get; set; }

    protected override string? InWords(object? value) => Chosen(Items, value);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Values();
        WriteGroup(output, Inline ? "pw-inline" : null, Asked(),
            ChoiceMarkup.List("radio", Id, Name, Items, item => chosen.Contains(item.Value, StringComparer.OrdinalIgnoreCase)));
        output.Attributes.SetAttribute("role", "radiogroup");
        if (Invalid)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }
}
