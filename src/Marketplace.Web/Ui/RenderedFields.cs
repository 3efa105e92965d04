using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Ui;

/// <summary>
/// The form controls of this response in the order of the page. The error summary needs it twice: the model state is
/// sorted by name, people read from top to bottom; and a link may only point at a control that exists.
/// </summary>
internal sealed class RenderedFields
{
    private static readonly object Key = new();
    private readonly Dictionary<string, (int Order, string Id)> fields = new(StringComparer.OrdinalIgnoreCase);

    public static RenderedFields Of(ViewContext context)
    {
        var items = context.HttpContext.Items;
        if (items.TryGetValue(Key, out var found) && found is RenderedFields fields)
        {
            return fields;
        }

        var fresh = new RenderedFields();
        items[Key] = fresh;
        return fresh;
    }

    /// <summary>After a conflict: the controls of which the stored value is another one, as links.</summary>
    public List<(string Text, string Id)> Differing { get; } = [];

    public void Add(string name, string id) => fields.TryAdd(name, (fields.Count, id));

    /// <summary>Place on the page and id of the control; an unknown name comes last and has no id.</summary>
    public (int Order, string? Id) Find(string name) => fields.TryGetValue(name, out var found) ? (found.Order, found.Id) : (int.MaxValue, null);
}
