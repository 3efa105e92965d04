using Marketplace.Domain.Privacy;

namespace Marketplace.Web.Texts;

/// <summary>What the text guard found, in a sentence for each thing that must go, or one for what may be a name.</summary>
public static class GuardWords
{
    public static IEnumerable<string> Of(IReadOnlyList<TextFinding> findings) => findings.Any(f => f.Refuses)
        ? findings.Where(f => f.Refuses).Select(Refused).Distinct()
        : findings.Take(1).Select(f => $"In deze tekst staat misschien een naam: ‘{f.Word}’.");

    private static string Refused(TextFinding finding) => finding.Kind switch
    {
        TextFindingKind.EmailAddress => $"Haal het e-mailadres uit de tekst: ‘{finding.Word}’.",
        TextFindingKind.PhoneNumber => $"Haal het telefoonnummer uit de tekst: ‘{finding.Word}’.",
        TextFindingKind.Bsn => $"Haal het burgerservicenummer uit de tekst: ‘{finding.Word}’.",
        _ => $"Haal de naam van deze persoon uit de tekst: ‘{finding.Word}’.",
    };

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
