using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>Several lines of text: <c>&lt;pw-textarea for="In.Tekst" rows="4" hint="…" /&gt;</c>.</summary>
[HtmlTargetElement("pw-textarea", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    public TextAreaTagHelper() => Rows = 4;
}
