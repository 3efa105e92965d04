using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>
/// What a person was told about the arrangements on a day, with the versions of the figures that were used. It is never changed: what follows
/// later stands in a new row, and <see cref="ChangesTo"/> says what is different.
/// </summary>
public sealed class ToldArrangements
{
    private ToldArrangements()
    {
    }

    public ToldArrangements(Guid personId, string form, decimal hoursPerWeek, Arrangements arrangements, Act act)
    {
        ArgumentNullException.ThrowIfNull(arrangements);
        ArgumentNullException.ThrowIfNull(act);
        (PersonId, Form, HoursPerWeek, On, ByName) = (personId, form, hoursPerWeek, act.Today, act.By.Name);
        Results = [.. arrangements.Results.Select(ToldResult.Of)];
    }

    public Guid Id { get; private set; } = NewId.Next();
    public Guid PersonId { get; private set; }

    /// <summary>The work that was told about.</summary>
    public string Form { get; private set; } = "";
    public decimal HoursPerWeek { get; private set; }

    /// <summary>The day on which it was told, and by whom.</summary>
    public DateOnly On { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>One for each scheme, in their fixed order.</summary>
    public IReadOnlyList<ToldResult> Results { get; private set; } = [];

    /// <summary>What the same question answers otherwise now.</summary>
    /// <returns>What was told and what holds now, of the schemes in which outcome, reasons, last day or figures differ.</returns>
    public IReadOnlyList<(ToldResult Then, ToldResult Now)> ChangesTo(Arrangements now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return [.. Results.Join(now.Results.Select(ToldResult.Of), told => told.Scheme, result => result.Scheme, (told, result) => (told, result)).Where(pair => !pair.told.SaysTheSameAs(pair.result))];
    }
}

/// <summary>The answer of one scheme as it was told.</summary>
/// <param name="Scheme">Code of the scheme.</param>
/// <param name="Outcome">Yes, conditional or no.</param>
/// <param name="Reasons">Codes of <see cref="Reason"/>.</param>
/// <param name="Missing">What was not known.</param>
/// <param name="Until">The last day, or null.</param>
/// <param name="Parameters">The figures that were used, as <c>name@valid-from</c>.</param>
public sealed record ToldResult(string Scheme, Outcome Outcome, IReadOnlyList<string> Reasons, IReadOnlyList<string> Missing, DateOnly? Until, IReadOnlyList<string> Parameters)
{
    /// <summary>What stays of a result.</summary>
    public static ToldResult Of(SchemeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ToldResult(result.Scheme, result.Outcome, result.Reasons, result.Missing, result.Until, result.Parameters);
    }

    /// <summary>Whether a person would hear the same.</summary>
    public bool SaysTheSameAs(ToldResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Outcome == other.Outcome && Until == other.Until
            && Reasons.SequenceEqual(other.Reasons) && Missing.SequenceEqual(other.Missing) && Parameters.SequenceEqual(other.Parameters);
    }
}
