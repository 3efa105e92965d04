using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marketplace.Web.Ui;

/// <summary>
/// What is stored now, after somebody else saved in the meantime: the same page as it would be opened anew. Form controls show their
/// value of it where it is another one than what was typed.
/// </summary>
public sealed partial class StoredValues(object page, IFormCollection posted, bool isShown)
{
    /// <summary>Posts the names of the controls whose stored value was chosen.</summary>
    internal const string Take = "_neem";

    private const string Version = ".Version";

    /// <summary>The stored values of this response, or null: there was no conflict.</summary>
    internal static StoredValues? Of(ViewContext context) => context.HttpContext.Features.Get<StoredValues>();

    /// <summary>
    /// The stored value of a control. Only of a form that changes a row, which has its version: the field of an act, such as a reason,
    /// has no stored value. And only of what was posted: a page may hold more forms.
    /// </summary>
    internal bool TryFind(string name, out object? value)
    {
        value = null;
        var isPosted = posted.Keys.Any(k => IsOf(k, name));
        return isShown && isPosted && VersionOf(Root().Match(name).Value + Version) is not null && TryRead(page, name, out value);
    }

    /// <summary>Whether what was posted under a key belongs to a control: its own name, or a part of it such as the day of a date.</summary>
    public static bool IsOf(string key, string name) =>
        key.Equals(name, StringComparison.OrdinalIgnoreCase) || key.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives the posted form what is stored in the place of what was typed in one control. False: nothing is stored of it.</summary>
    public bool TryTake(object model, string name)
    {
        if (!TryFind(name, out var value))
            return false;
        var last = Step().Matches(name)[^1];
        if (!TryRead(model, name[..last.Index], out var holder))
            return false;
        switch (holder)
        {
            case null:
                return false;
            case IDictionary map:
                map[KeyOf(last)] = value;
                return true;
            case IList list when IsPlace(last, list, out var place):
                list[place] = value;
                return true;
            default:
                Member(holder, last.Value)?.SetValue(holder, value);
                return true;
        }
    }

    /// <summary>Gives the posted form the version that is there now; otherwise it could never be saved.</summary>
    public void Renew(object model)
    {
        foreach (var key in posted.Keys.Where(k => k.EndsWith(Version, StringComparison.OrdinalIgnoreCase)))
        {
            if (VersionOf(key) is { } now && TryRead(model, key[..^Version.Length], out var input) && input is not null)
                Member(input, "Version")?.SetValue(input, now);
        }
    }

    private Guid? VersionOf(string name) => TryRead(page, name, out var value) && value is Guid version && version != Guid.Empty ? version : null;

    /// <summary>Reads "In.Demands[standing]" or "In[0].Cost": names of properties, keys of a dictionary, places in a list.</summary>
    private static bool TryRead(object model, string name, out object? value)
    {
        value = model;
        foreach (Match step in Step().Matches(name))
        {
            switch (value)
            {
                case null:
                    return false;
                case IDictionary map:
                    value = map.Contains(KeyOf(step)) ? map[KeyOf(step)] : null;
                    break;
                case IList list when step.Value[0] == '[':
                    if (!IsPlace(step, list, out var place))
                        return false;
                    value = list[place];
                    break;
                default:
                    if (Member(value, step.Value) is not { } member)
                        return false;
                    value = member.GetValue(value);
                    break;
            }
        }

        return true;
    }

    private static string KeyOf(Match step) => step.Value.Trim('[', ']');

    private static bool IsPlace(Match step, IList list, out int place) => int.TryParse(KeyOf(step), out place) && place >= 0 && place < list.Count;

    private static PropertyInfo? Member(object value, string name) =>
        value.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    [GeneratedRegex(@"\[[^\]]*\]|[^.\[\]]+")]
    private static partial Regex Step();

    [GeneratedRegex(@"^[^.\[]+(\[[^\]]*\])?")]
    private static partial Regex Root();
}
