using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Ui;

/// <summary>Radio buttons and check boxes. Native inputs on purpose: drawn ones lose their state in forced colours.</summary>
internal static class ChoiceMarkup
{
    public static TagBuilder Box(string type, string id, string name, string value, bool on) => Markup.Void("input", "pw-check")
        .With("type", type)
        .With("id", id)
        .With("name", name)
        .With("value", value)
        .WithFlag("checked", on);

    public static TagBuilder Line(TagBuilder box, params object?[] label)
    {
        var kind = box.Attributes["type"];
        return Markup.Element("div", "pw-choice", box, Markup.Element("label", $"utrecht-form-label utrecht-form-label--{kind}", label).With("for", box.Attributes["id"]));
    }

    /// <summary>The first input has the id of the group itself, so that a link in the error summary lands on it.</summary>
    public static IHtmlContent List(string type, string id, string name, IEnumerable<SelectListItem> items, Func<SelectListItem, bool> chosen, Action<TagBuilder>? each = null)
    {
        var list = Markup.Element("div", "pw-choices");
        var number = 0;
        foreach (var item in items)
        {
            var itemId = number == 0 ? id : id + "-" + (number + 1).ToString(CultureInfo.InvariantCulture);
            var box = Box(type, itemId, name, item.Value, chosen(item)).WithFlag("disabled", item.Disabled);
            each?.Invoke(box);
            var choice = item as Choice;
            var hintId = choice?.Hint is null ? null : itemId + "-uitleg";
            box.With("aria-describedby", hintId);
            list.Add(Line(box, item.Text,
                choice?.Count is { } count ? Markup.Element("span", "pw-count", $" ({count})") : null));
            if (hintId is not null)
            {
                list.Add(Markup.Element("div", "pw-choice__hint", choice!.Hint).With("id", hintId));
            }

            number++;
        }

        return list;
    }
}
