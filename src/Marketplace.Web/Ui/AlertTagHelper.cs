using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// A message in the page: <c>&lt;pw-alert kind="Success"&gt;Opgeslagen om 10.42 uur.&lt;/pw-alert&gt;</c>. An error is announced at
/// once (<c>alert</c>), the others when the reader pauses (<c>status</c>).
/// </summary>
[HtmlTargetElement("pw-alert")]
public sealed class AlertTagHelper : TagHelper
{
    public AlertKind Kind { get; set; }

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Kind, Title, Markup.Element("div", "pw-alert__text", await output.GetChildContentAsync()));

    internal static void Write(TagHelperOutput output, AlertKind kind, string? title, IHtmlContent content)
    {
        var (name, icon) = kind switch
        {
            AlertKind.Info => ("info", "info-circle"),
            AlertKind.Success => ("ok", "circle-check"),
            AlertKind.Warning => ("warning", "alert-triangle"),
            AlertKind.Error => ("error", "alert-triangle"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        FormControlTagHelper.AddClass(output, "utrecht-alert utrecht-alert--" + name);
        output.Attributes.SetAttribute("role", kind == AlertKind.Error ? "alert" : "status");
        output.Content.AppendHtml(Markup.Element("div", "pw-alert__row",
            Markup.Element("div", "utrecht-alert__icon", Markup.Icon(icon, "lg")),
            Markup.Element("div", "utrecht-alert__content",
                title is null ? null : Markup.Element("h2", "nl-heading nl-heading--level-2 pw-alert-title", title),
                content)));
    }
}
