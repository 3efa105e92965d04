using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// One line of text: <c>&lt;pw-field for="In.Uren" hint="Bijvoorbeeld 16 of 12,5" suffix="uur per week" width="short" inputmode="decimal" /&gt;</c>.
/// With <c>rows</c> it is a text area. Numbers are text with <c>inputmode</c>, never <c>type="number"</c>. Attributes
/// it does not know (<c>maxlength</c>, <c>hx-get</c>) go to the input.
/// </summary>
[HtmlTargetElement("pw-field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public class FieldTagHelper : FormControlTagHelper
{
    public string Type { get; set; } = "text";

    public string? Suffix { get; set; }

    public string? Prefix { get; set; }

    /// <summary><c>short</c> for a number, <c>medium</c> for a postcode or telephone; otherwise the full width.</summary>
    public string? Width { get; set; }

    public string? Inputmode { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>Number format of the model's value, such as <c>0.00</c> for money.</summary>
    public string? Format { get; set; }

    public int Rows { get; set; }

    protected override string? InWords(object? value) => Type is "password" or "file"
        ? null
        : (Text(value, Format).ReplaceLineEndings("\n").Trim() is { Length: > 0 } words ? words + (Suffix is null ? "" : " " + Suffix) : "");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Describe(Rows > 0 ? TextArea() : Input());
        foreach (var other in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            control.Attributes[other.Name] = other.Value?.ToString();
            output.Attributes.Remove(other);
        }

        WriteField(output,
            Prefix is null ? null : Markup.Element("span", "pw-affix__text", Prefix),
            control,
            Suffix is null ? null : Markup.Element("span", "pw-affix__text", Suffix));
    }

    private TagBuilder Input() => Markup.Void("input", string.Join(' ', new[]
        {
            "utrecht-textbox utrecht-textbox--html-input",
            Invalid ? "utrecht-textbox--invalid" : null,
            Width is null ? null : "pw-" + Width,
        }.OfType<string>()))
        .With("type", Type)
        .With("inputmode", Inputmode)
        .With("autocomplete", Autocomplete ?? "off")
        .With("value", Type is "password" or "file" ? null : Value(Format));

    // A browser drops the first line break of a text area, so one is put before the text.
    private TagBuilder TextArea() => Markup.Element("textarea", Invalid ? "utrecht-textarea utrecht-textarea--html-textarea utrecht-textarea--invalid" : "utrecht-textarea utrecht-textarea--html-textarea", "\n" + Value())
        .With("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .With("autocomplete", Autocomplete ?? "off");
}
