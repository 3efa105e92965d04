using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Ui;

/// <summary>An answer to choose, with a hint below its text and a count behind it (facets). Usable wherever a <see cref="SelectListItem"/> is.</summary>
public sealed class Choice : SelectListItem
{
    public Choice(string value, string text, string? hint = null, int? count = null)
        : base(text, value)
    {
        Hint = hint;
        Count = count;
    }

    public string? Hint { get; }

    public int? Count { get; }
}
