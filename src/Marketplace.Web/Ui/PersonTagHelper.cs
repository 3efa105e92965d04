using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// Help of a person: <c>&lt;pw-person name="M. Kaya" role="uw adviseur" tel="078 000 00 10" note="Belt u binnen 2 werkdagen" /&gt;</c>.
/// </summary>
[HtmlTargetElement("pw-person", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PersonTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public string? Role { get; set; }

    public string? Tel { get; set; }

    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        FormControlTagHelper.AddClass(output, "pw-person");
        output.Content.AppendHtml(Markup.Element("span", "pw-person__pic", Markup.Icon("user", "lg")).With("aria-hidden", "true"));
        output.Content.AppendHtml(Markup.Element("div", null,
            Markup.Element("p", null, Markup.Element("strong", null, Name), Role is null ? null : ", " + Role),
            Tel is null ? null : Markup.Element("p", null, Markup.Element("a", null, Tel.Replace(' ', '\u00a0')).With("href", "tel:" + string.Concat(Tel.Where(c => char.IsAsciiDigit(c) || c == '+')))),
            Note is null ? null : Markup.Element("p", "pw-muted", Note)));
    }
}
