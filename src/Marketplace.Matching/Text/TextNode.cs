namespace Marketplace.Matching.Text;

/// <summary>What must be found, for any index: words, all of some, any of some.</summary>
public abstract record TextNode;

/// <summary>One word, by its stem.</summary>
/// <param name="Word">As it was typed, in small letters.</param>
/// <param name="Weight">1 for a word of the question, less for one with the same meaning.</param>
/// <param name="Slips">Whether a slip of the pen is forgiven.</param>
public sealed record WordNode(string Word, double Weight, bool Slips) : TextNode;

/// <summary>Every one of these.</summary>
public sealed record AllNode(IReadOnlyList<TextNode> Nodes) : TextNode;

/// <summary>One of these; the best one counts.</summary>
public sealed record AnyNode(IReadOnlyList<TextNode> Nodes) : TextNode;

/// <summary>At least one of these; the more the better.</summary>
/// <param name="Nodes">Words of which one is enough.</param>
/// <param name="Also">Words that only raise what was found.</param>
public sealed record SomeNode(IReadOnlyList<TextNode> Nodes, IReadOnlyList<TextNode> Also) : TextNode;

/// <summary>How words were taken to find something.</summary>
public enum SearchWay
{
    /// <summary>Every word, spelled right, or one with the same meaning.</summary>
    AllWords,

    /// <summary>Every word, with slips forgiven, because nothing was found otherwise.</summary>
    WithSlips,

    /// <summary>At least one of the words, because nothing holds them all.</summary>
    FewerWords,
}

/// <summary>One question to an index.</summary>
/// <param name="Way">How the words are taken.</param>
/// <param name="Node">What must be found; null: everything.</param>
public sealed record SearchStep(SearchWay Way, TextNode? Node);
