using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Marketplace.Web.Ui;

/// <summary>
/// How a person and a job fit, in words and a picture, never in a number: <c>&lt;pw-band value="good" open="3" /&gt;</c>. Values
/// <c>good</c>, <c>adapted</c>, <c>find-out</c>, <c>not-now</c>; <c>open</c> is the number of questions not asked yet.
/// </summary>
[HtmlTargetElement("pw-band", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BandTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public int Open { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (words, tone, icon) = Value switch
        {
            "good" => (UiWords.BandGood, StatusTone.Good, "check"),
            "adapted" => (UiWords.BandAdapted, StatusTone.Info, "tools"),
            "find-out" => (UiWords.BandFindOut, StatusTone.Warning, "help-circle"),
            "not-now" => (UiWords.BandNotNow, StatusTone.Plain, "circle-minus"),
            _ => throw new InvalidOperationException($"'{Value}' is not a band: good, adapted, find-out or not-now."),
        };
        StatusTagHelper.Write(output, tone, icon, new HtmlContentBuilder().Append(words + UiWords.OpenQuestions(Open)));
    }
}
