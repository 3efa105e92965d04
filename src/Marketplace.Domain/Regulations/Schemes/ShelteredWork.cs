using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Beschut werk: PW 10b. The municipality determines it after advice of UWV.</summary>
public sealed class ShelteredWork : Scheme
{
    /// <inheritdoc/>
    public override string Code => "sheltered";

    /// <inheritdoc/>
    public override string Title => "Beschut werk";

    /// <inheritdoc/>
    public override string Basis => "PW 10b";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality after advice of UWV";

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!facts.Has(Status.Beschut))
        {
            return Ruling.No("sheltered-not-determined");
        }

        return facts.Work.Form == Forms.Sheltered
            ? new Ruling(Outcome.Yes, "sheltered-determined")
            : new Ruling(Outcome.Conditional, "sheltered-determined", "place-needed");
    }
}
