using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>A tinted label with a word and a picture: <c>&lt;pw-status tone="Warning"&gt;Wacht 3 dagen&lt;/pw-status&gt;</c>.</summary>
[HtmlTargetElement("pw-status")]
public sealed class StatusTagHelper : TagHelper
{
    public StatusTone Tone { get; set; }

    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Tone, Icon ?? DefaultIcon(Tone), await output.GetChildContentAsync());

    internal static void Write(TagHelperOutput output, StatusTone tone, string icon, IHtmlContent words)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        FormControlTagHelper.AddClass(output, "utrecht-status-badge utrecht-status-badge--" + tone switch
        {
            StatusTone.Plain => "plain",
            StatusTone.Good => "success",
            StatusTone.Info => "neutral",
            StatusTone.Warning => "warning",
            StatusTone.Late => "danger",
            _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, null),
        });
        output.Content.AppendHtml(Markup.Icon(icon)).AppendHtml(Markup.Element("span", null, words));
    }

    private static string DefaultIcon(StatusTone tone) => tone switch
    {
        StatusTone.Good => "check",
        StatusTone.Info => "info-circle",
        StatusTone.Warning => "hourglass",
        StatusTone.Late => "alert-triangle",
        _ => "circle-dashed",
    };
}
