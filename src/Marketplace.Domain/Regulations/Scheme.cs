namespace Marketplace.Domain.Regulations;

/// <summary>
/// One of the twelve arrangements. A scheme is a list of rows of which the first that applies decides; the logic is here,
/// the figures are in the book.
/// </summary>
public abstract class Scheme
{
    /// <summary>The code, for example <c>lks</c>.</summary>
    public abstract string Code { get; }

    /// <summary>The Dutch name, for a heading.</summary>
    public abstract string Title { get; }

    /// <summary>The articles of law on which the scheme rests.</summary>
    public abstract string Basis { get; }

    /// <summary>Who decides in the end.</summary>
    public abstract string DecidedBy { get; }

    /// <summary>The figures of the scheme, of all rows together.</summary>
    public virtual IReadOnlyList<string> Figures => [];

    /// <summary>The terms that the rows read.</summary>
    public virtual IReadOnlyList<Term> ReadTerms => [];

    /// <summary>Answers for the facts.</summary>
    public SchemeResult Evaluate(Facts facts, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(book);
        var ruling = Judge(facts, book);
        var versions = ruling.Figures.Select(name => (Name: name, Version: book.On(name, ruling.FiguresOn))).ToList();
        var parameters = versions.Select(figure => figure.Version?.Reference).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (ruling.Outcome == Outcome.No)
        {
            return new SchemeResult(Code, Outcome.No, ruling.Reasons, [], ruling.Amounts, null, null, parameters);
        }

        var unknownFacts = ruling.Needs.Where(path => !facts.IsKnown(path)).ToList();
        var unknownFigures = versions
            .Where(figure => figure.Version is not { IsKnown: true })
            .Select(figure => $"parameter:{figure.Version?.Reference ?? figure.Name + "@none"}")
            .ToList();
        var isMissing = unknownFacts.Count + unknownFigures.Count > 0;

        return new SchemeResult(
            Code,
            isMissing && !ruling.StandsWithoutMissing ? Outcome.Conditional : ruling.Outcome,
            [
                .. ruling.Reasons,
                .. unknownFacts.Count > 0 ? ["fact-unknown"] : Array.Empty<string>(),
                .. unknownFigures.Count > 0 ? ["figure-unknown"] : Array.Empty<string>(),
                .. versions.Any(figure => figure.Version?.Confidence == Confidence.GeneralKnowledge) ? ["figure-unconfirmed"] : Array.Empty<string>(),
            ],
            [.. unknownFacts.Concat(unknownFigures).Order(StringComparer.Ordinal)],
            ruling.Amounts,
            facts.Work.Start,
            Earlier(facts.Work.End, ruling.Until),
            parameters);
    }

    /// <summary>The first row that applies.</summary>
    protected abstract Ruling Judge(Facts facts, RegulationBook book);

    /// <summary>The earlier of two days of which each may be absent.</summary>
    protected static DateOnly? Earlier(DateOnly? one, DateOnly? other) => other is null || one < other ? one : other;
}
