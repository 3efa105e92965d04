using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Compound;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Pattern;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Marketplace.Matching.Text;

/// <summary>The chains of <see cref="TextSettings"/> for the index in the process.</summary>
internal sealed class DutchAnalysis : Analyzer
{
    internal const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly CharArraySet Stop = new(Version, DutchWords.StopWords, ignoreCase: false);
    private static readonly CharArraySet Compound = new(Version, DutchWords.CompoundParts, ignoreCase: false);
    private static readonly StemmerOverrideFilter.StemmerOverrideMap Overrides = MapOf(DutchWords.StemOverrides);

    private readonly bool _parts, _stems;

    private DutchAnalysis(bool parts, bool stems) => (_parts, _stems) = (parts, stems);

    /// <summary>What goes into an index: stems, also of the parts of compound words.</summary>
    internal static DutchAnalysis Index { get; } = new(parts: true, stems: true);

    /// <summary>What is asked: stems of whole words.</summary>
    internal static DutchAnalysis Search { get; } = new(parts: false, stems: true);

    /// <summary>Whole words as they are written, for slips.</summary>
    internal static DutchAnalysis Plain { get; } = new(parts: false, stems: false);

    protected override TextReader InitReader(string fieldName, TextReader reader) => new PatternReplaceCharFilter(DutchWords.Possessive(), "", reader);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new PatternTokenizer(reader, DutchWords.Separators(), -1);
        TokenStream stream = new StopFilter(Version, new LowerCaseFilter(Version, words), Stop);
        if (_parts)
        {
            stream = new DictionaryCompoundWordTokenFilter(
                Version, stream, Compound, DutchWords.ShortestCompound, DutchWords.ShortestPart, DutchWords.LongestPart, onlyLongestMatch: true);
        }

        if (_stems)
            stream = new SnowballFilter(new StemmerOverrideFilter(stream, Overrides), new DutchStemmer());
        stream = new ASCIIFoldingFilter(stream);
        return new TokenStreamComponents(words, _parts ? new RemoveDuplicatesTokenFilter(stream) : stream);
    }

    private static StemmerOverrideFilter.StemmerOverrideMap MapOf(IEnumerable<KeyValuePair<string, string>> stems)
    {
        var builder = new StemmerOverrideFilter.Builder(ignoreCase: false);
        foreach (var (word, stem) in stems)
            builder.Add(word, stem);
        return builder.Build();
    }
}
