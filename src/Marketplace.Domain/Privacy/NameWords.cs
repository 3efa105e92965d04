namespace Marketplace.Domain.Privacy;

/// <summary>Words inside names that are no name by themselves.</summary>
internal static class NameWords
{
    private static readonly HashSet<string> Prefixes = Set(
        "aan af al bij bin bint da das de del della den der di do dos du el het ibn il in la las le les lo los of onder op over " +
        "s san t te ten ter tot uijt uit van vande vanden vander vd ver voor von zu zum zur");

    // Without these words nobody can write a sentence, so somebody called Wil, Ben or Mei must not shut the text.
    private static readonly HashSet<string> Unavoidable = Set(
        "aan al als april augustus ben bent bij dan dat de den der dit do doe door du een en er gaan haar had hem hen het hij hoe " +
        "hun ik in is ja juli juni kan la maandag maar maart mag mee mei mee men met mij moet na naar nee niet nog nu of om op over " +
        "per te ten ter toe tot u uit van veel voor vrijdag want was wat weer wel wie wij wil wo woensdag za zal zaterdag ze zei " +
        "zich zij zijn zo zondag zou");

    /// <summary>A tussenvoegsel or article: "van", "den", "el".</summary>
    internal static bool IsPrefix(string word) => Prefixes.Contains(word);

    /// <summary>A word of everyday grammar or of the calendar that is also somebody's name.</summary>
    internal static bool IsUnavoidable(string word) => Unavoidable.Contains(word) || Prefixes.Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
