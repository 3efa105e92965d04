using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Posting;

/// <summary>
/// What somebody typed in a form of which the row is gone meanwhile, or never was for this account: the page that says so shows it, to be copied.
/// </summary>
/// <param name="Texts">The labels and texts, in the order of the form.</param>
public sealed record TypedTexts(IReadOnlyList<(string Label, string Text)> Texts)
{
    /// <summary>The texts of the form that was posted to a page; null: nothing was typed.</summary>
    public static TypedTexts? Of(PageModel page)
    {
        if (!page.Request.HasFormContentType)
            return null;
        var root = page.MetadataProvider.GetMetadataForType(page.GetType());
        var texts = new List<(string, string)>();
        foreach (var (name, value) in page.Request.Form)
        {
            if (LabelOf(root, name) is { } label && value.ToString().Trim() is { Length: > 0 } text)
                texts.Add((label, text));
        }

        return texts.Count > 0 ? new(texts) : null;
    }

    /// <summary>What is typed has a longest length; of a choice the form only holds a code. Nothing of a form with a password is shown.</summary>
    private static string? LabelOf(ModelMetadata root, string name)
    {
        var at = root;
        foreach (var part in name.Split('.'))
        {
            var (property, isOfList) = part.IndexOf('[', StringComparison.Ordinal) is var bracket and > 0 ? (part[..bracket], true) : (part, false);
            var found = at.Properties.FirstOrDefault(p => property.Equals(p.PropertyName, StringComparison.OrdinalIgnoreCase));
            if ((isOfList ? found?.ElementMetadata : found) is not { } next)
                return null;
            at = next;
        }

        var isSecret = at.ContainerMetadata?.Properties.Any(p => p.PropertyName?.Contains("Password", StringComparison.Ordinal) == true) != false;
        return at.ValidatorMetadata.OfType<StringLengthAttribute>().Any() && !isSecret ? at.DisplayName : null;
    }
}
