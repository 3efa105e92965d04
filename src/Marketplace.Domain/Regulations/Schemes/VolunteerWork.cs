namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Vrijwilligerswerk beside a benefit: PW 31(2)k.</summary>
public sealed class VolunteerWork : Scheme
{
    /// <inheritdoc/>
    public override string Code => "volunteer";

    /// <inheritdoc/>
    public override string Title => "Vrijwilligerswerk";

    /// <inheritdoc/>
    public override string Basis => "PW 31(2)k";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality or UWV";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["volunteer.allowance"];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(book);
        if (facts.IsAlreadyInPaidWork)
        {
            return Ruling.No("already-in-paid-work");
        }

        return facts.IsDisplaced
            ? Ruling.No("displacement")
            : new Ruling(Outcome.Yes, "volunteer")
            {
                Needs = ["work.displacement"],
                Figures = Figures,
                FiguresOn = facts.At,
                Amounts = [Amount.Of("allowanceYear", book.On("volunteer.allowance", facts.At)?.Number())],
            };
    }
}
