using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>Reasons as lines with a picture and a spoken word: <c>&lt;pw-reasons items="card.Why" /&gt;</c>.</summary>
[HtmlTargetElement("pw-reasons", Attributes = "items", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReasonsTagHelper : TagHelper
{
    public IEnumerable<Reason> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        FormControlTagHelper.AddClass(output, "pw-reasons");
        foreach (var item in Items)
        {
            var (name, icon, word) = item.Kind switch
            {
                ReasonKind.Fits => ("ok", "check", UiWords.ReasonFits),
                ReasonKind.Asked => ("ask", "tools", UiWords.ReasonAsked),
                ReasonKind.Open => ("open", "help-circle", UiWords.ReasonOpen),
                ReasonKind.Off => ("off", "circle-minus", UiWords.ReasonOff),
                var kind => throw new InvalidOperationException($"Reason of unknown kind {kind}."),
            };
            output.Content.AppendHtml(Markup.Element("li", "pw-reasons__" + name, Markup.Icon(icon), Markup.Element("span", null, Markup.Spoken(word), item.Text)));
        }
    }
}
