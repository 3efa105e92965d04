using Marketplace.Domain.Privacy;

namespace Marketplace.Web.Texts;

/// <summary>What the text guard found, in one sentence at the field.</summary>
public static class GuardWords
{
    public static string Of(IReadOnlyList<TextFinding> findings) => findings.FirstOrDefault(f => f.Refuses) is { } refused
        ? refused.Kind switch
        {
            TextFindingKind.EmailAddress => $"Haal het e-mailadres uit de tekst: ‘{refused.Word}’.",
            TextFindingKind.PhoneNumber => $"Haal het telefoonnummer uit de tekst: ‘{refused.Word}’.",
            TextFindingKind.Bsn => $"Haal het burgerservicenummer uit de tekst: ‘{refused.Word}’.",
            _ => $"Haal de naam van deze persoon uit de tekst: ‘{refused.Word}’.",
        }
        : $"In deze tekst staat misschien een naam: ‘{findings[0].Word}’.";

    /// <summary>Whether "Vervang door ‘deze persoon’" makes sense.</summary>
    public static bool IsName(TextFinding finding) => finding.Kind is TextFindingKind.OwnName or TextFindingKind.PossibleName;

    /// <summary>The text in pieces: plain, and what was found.</summary>
    public static IEnumerable<(string Text, bool Found)> Pieces(string text, IReadOnlyList<TextFinding> findings)
    {
        var at = 0;
        foreach (var finding in findings)
        {
            if (finding.Start > at)
                yield return (text[at..finding.Start], false);
            yield return (finding.Word, true);
            at = finding.Start + finding.Length;
        }

        if (at < text.Length)
            yield return (text[at..], false);
    }
}
