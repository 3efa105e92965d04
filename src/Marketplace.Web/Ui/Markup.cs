using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Ui;

/// <summary>Builds the HTML of the components. Text is always encoded; only <see cref="IHtmlContent"/> goes in as it is.</summary>
internal static class Markup
{
    private const string Sprite = "/lib/icons/tabler.svg#";

    /// <summary>An element with a class and children: encoded text, HTML, or null (left out).</summary>
    public static TagBuilder Element(string name, string? cssClass = null, params object?[] children)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(cssClass))
        {
            element.Attributes["class"] = cssClass;
        }

        return element.Add(children);
    }

    public static TagBuilder Add(this TagBuilder element, params object?[] children)
    {
        foreach (var child in children)
        {
            if (child is IHtmlContent html)
            {
                element.InnerHtml.AppendHtml(html);
            }
            else if (child is not null)
            {
                element.InnerHtml.Append(child.ToString()!);
            }
        }

        return element;
    }

    /// <summary>Sets an attribute; null leaves it out, an empty string is written as it is.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    /// <summary>Sets an attribute without a value, such as <c>checked</c>.</summary>
    public static TagBuilder WithFlag(this TagBuilder element, string attribute, bool on) => on ? element.With(attribute, attribute) : element;

    /// <summary>An element without end tag, such as <c>input</c>.</summary>
    public static TagBuilder Void(string name, string? cssClass = null)
    {
        var element = Element(name, cssClass);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    /// <summary>Text that only a screen reader says.</summary>
    public static TagBuilder Spoken(string text) => Element("span", "pw-sr", text);

    /// <summary>A picture from the sprite. Always hidden from screen readers: the word stands beside it.</summary>
    public static IHtmlContent Icon(string name, string? size = null)
    {
        var use = new TagBuilder("use") { TagRenderMode = TagRenderMode.SelfClosing };
        use.Attributes["href"] = Sprite + name;
        var svg = Element("svg", size is null ? "pw-icon" : $"pw-icon pw-icon--{size}", use);
        svg.Attributes["aria-hidden"] = "true";
        svg.Attributes["focusable"] = "false";
        return svg;
    }
}
