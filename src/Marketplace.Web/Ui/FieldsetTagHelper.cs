using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>Questions that belong together: <c>&lt;pw-fieldset legend="Adres"&gt;…&lt;/pw-fieldset&gt;</c>.</summary>
[HtmlTargetElement("pw-fieldset", Attributes = "legend")]
public sealed class FieldsetTagHelper : TagHelper
{
    public string Legend { get; set; } = "";

    public string? Hint { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var hintId = "g-" + context.UniqueId + "-hint";
        output.TagName = "fieldset";
        if (Hint is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", hintId);
        }

        FormControlTagHelper.AddClass(output, "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset pw-questions");
        output.Content.SetHtmlContent(Markup.Element("legend", "utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend pw-questions__legend", Legend));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "utrecht-form-field-description", Hint).With("id", hintId));
        }

        output.Content.AppendHtml(Markup.Element("div", "pw-questions__in", fields));
    }
}
