using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// A button that sends the form: <c>&lt;pw-button&gt;Opslaan en verder&lt;/pw-button&gt;</c>,
/// <c>&lt;pw-button kind="Secondary" name="later" value="1"&gt;…</c>. <c>handler</c> sends it to another handler of the same
/// page. <c>about</c> ends the words for screen readers when several buttons look the same: "Verwijder" + ": Dozen vouwen".
/// </summary>
[HtmlTargetElement("pw-button")]
public sealed class ButtonTagHelper(IUrlHelperFactory urls) : TagHelper
{
    public ButtonKind Kind { get; set; } = ButtonKind.Primary;

    public string? Icon { get; set; }

    public string? About { get; set; }

    public string? Handler { get; set; }

    public string Type { get; set; } = "submit";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", Type);
        if (Handler is not null)
        {
            output.Attributes.SetAttribute("formaction", urls.GetUrlHelper(ViewContext).Page(null, Handler));
        }

        await WriteAsync(output, Kind, Icon, About);
    }

    internal static async Task WriteAsync(TagHelperOutput output, ButtonKind kind, string? icon, string? about)
    {
        FormControlTagHelper.AddClass(output, kind switch
        {
            ButtonKind.Primary => "nl-button nl-button--primary",
            ButtonKind.Secondary => "nl-button nl-button--secondary",
            ButtonKind.Quiet => "nl-button nl-button--subtle",
            ButtonKind.Danger => "nl-button nl-button--secondary nl-button--negative",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        });
        var words = await output.GetChildContentAsync();
        if (icon is not null)
        {
            output.Content.AppendHtml(Markup.Element("span", "nl-button__icon-start", Markup.Icon(icon)));
        }

        output.Content.AppendHtml(Markup.Element("span", "nl-button__label", words, about is null ? null : Markup.Spoken(": " + about)));
    }
}
