namespace Marketplace.Matching.Text;

/// <summary>A document of either kind, in the fields that both indexes have.</summary>
/// <param name="Key">Key, unique in its index.</param>
/// <param name="Title">Its name: weighs most.</param>
/// <param name="Work">What is done.</param>
/// <param name="About">What else is known of it.</param>
/// <param name="Who">Employer and place.</param>
/// <param name="Codes">Values by field, for facets and filters.</param>
/// <param name="Published">For the order: newest first.</param>
internal sealed record TextRecord(
    string Key, string Title, IReadOnlyList<string> Work, IReadOnlyList<string> About, IReadOnlyList<string> Who,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Codes, long Published)
{
    /// <summary>Everything that can be found, for the sentence "Bedoelde u".</summary>
    internal IEnumerable<string> Texts => [Title, .. Work, .. About, .. Who];
}

/// <summary>Names of fields in both indexes.</summary>
internal static class TextFields
{
    internal const string Key = "key";
    internal const string Title = "title";
    internal const string Work = "work";
    internal const string About = "about";
    internal const string Who = "who";

    /// <summary>All texts, by stem.</summary>
    internal const string All = "all";

    /// <summary>All texts, by whole word.</summary>
    internal const string Plain = "plain";
    internal const string Published = "published";
    internal const string Region = "region";

    /// <summary>Where a word is looked for, with its weight.</summary>
    internal static readonly (string Field, float Weight)[] Weighed = [(Title, 3), (Work, 2), (Who, 2), (All, 1)];

    /// <summary>How much a second field with the word adds to the best one.</summary>
    internal const float TieBreaker = 0.3f;

    /// <summary>How much a word with a slip weighs.</summary>
    internal const float SlipWeight = 0.4f;

    /// <summary>Words that one word with a slip may stand for.</summary>
    internal const int MostSpellings = 30;

    internal static string Of(JobFacet facet) => facet switch
    {
        JobFacet.Sector => "sector",
        JobFacet.Place => "place",
        JobFacet.Hours => "hours",
        JobFacet.Daypart => "daypart",
        JobFacet.Form => "form",
        JobFacet.Offer => "offer",
        _ => "state",
    };
}
