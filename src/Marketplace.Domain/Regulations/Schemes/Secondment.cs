namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Detachering: possible for everybody once it is agreed who the formal employer is (BW 7:690, Waadi).</summary>
public sealed class Secondment : Scheme
{
    /// <inheritdoc/>
    public override string Code => "secondment";

    /// <inheritdoc/>
    public override string Title => "Detachering";

    /// <inheritdoc/>
    public override string Basis => "BW 7:690; Waadi [GK]";

    /// <inheritdoc/>
    public override string DecidedBy => "employers";

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book) => new(Outcome.Conditional, "formal-employer-needed");
}
