namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Werkervaringsplek, under the by-law of the municipality: PW 7(1)a, 8a(1)a.</summary>
public sealed class WorkExperience : Scheme
{
    /// <inheritdoc/>
    public override string Code => "work-experience";

    /// <inheritdoc/>
    public override string Title => "Werkervaringsplek";

    /// <inheritdoc/>
    public override string Basis => "by-law, PW 8a(1)a";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality";

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.IsAlreadyInPaidWork)
        {
            return Ruling.No("already-in-paid-work");
        }

        if (!facts.HasAny(Status.LksDoelgroep, Status.DgrPw, Status.PwBijstand, Status.PwNug))
        {
            return Ruling.No("not-municipal-group");
        }

        return facts.IsDisplaced
            ? Ruling.No("displacement")
            : new Ruling(Outcome.Conditional, "municipal-rules") { Needs = ["work.displacement"] };
    }
}
