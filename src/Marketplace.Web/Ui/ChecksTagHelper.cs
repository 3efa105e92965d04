using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// Any number of answers, bound to a list of codes: <c>&lt;pw-checks for="In.Vervoer" items="Model.Modes" inline /&gt;</c>.
/// When nothing is ticked the list is empty.
/// </summary>
[HtmlTargetElement("pw-checks", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChecksTagHelper : FormControlTagHelper
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Side by side where there is room; otherwise below each other.</summary>
    public bool Inline { get; set; }

    protected override string? InWords(object? value) => Chosen(Items, value);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Values();
        WriteGroup(output, Inline ? "pw-inline" : null, Asked(),
            ChoiceMarkup.List("checkbox", Id, Name, Items,
                item => chosen.Contains(item.Value, StringComparer.OrdinalIgnoreCase),
                box => box.With("aria-invalid", Invalid ? "true" : null)));
    }
}
