using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// A list to choose one from: <c>&lt;pw-select for="In.Branche" items="Model.Branches" /&gt;</c>. Begins with the empty
/// answer "Kies een antwoord", unless the items have an empty value themselves. For up to seven answers use <c>pw-radios</c>.
/// </summary>
[HtmlTargetElement("pw-select", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FormControlTagHelper
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Words of the empty answer.</summary>
    public string Placeholder { get; set; } = UiWords.ChooseAnswer;

    protected override string? InWords(object? value) => Chosen(Items, value);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Values();
        var items = Items.ToList();
        var select = Describe(Markup.Element("select", Invalid ? "utrecht-select utrecht-select--html-select utrecht-select--invalid" : "utrecht-select utrecht-select--html-select"));
        if (!items.Exists(item => string.IsNullOrEmpty(item.Value)))
        {
            select.Add(Markup.Element("option", null, Placeholder).With("value", ""));
        }

        foreach (var group in items.GroupBy(item => item.Group?.Name))
        {
            var parent = group.Key is null ? select : Markup.Element("optgroup").With("label", group.Key);
            foreach (var item in group)
            {
                parent.Add(Markup.Element("option", null, item.Text)
                    .With("value", item.Value)
                    .WithFlag("selected", chosen.Contains(item.Value, StringComparer.OrdinalIgnoreCase))
                    .WithFlag("disabled", item.Disabled));
            }

            if (group.Key is not null)
            {
                select.Add(parent);
            }
        }

        foreach (var other in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            select.Attributes[other.Name] = other.Value?.ToString();
            output.Attributes.Remove(other);
        }

        WriteField(output, select);
    }
}
