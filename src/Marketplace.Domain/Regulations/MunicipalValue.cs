using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Regulations;

/// <summary>States of a municipal value: voorgesteld → geldt, or → ingetrokken.</summary>
public enum MunicipalValueState
{
    Proposed,
    Approved,
    Withdrawn,
}

/// <summary>
/// One dated value that a municipality set itself. One administrator proposes it, another approves it (four eyes); from then on it is never edited:
/// another value is another version with a later first day.
/// </summary>
public sealed class MunicipalValue : Root
{
    /// <summary>Most letters of a source.</summary>
    public const int LongestSource = 200;

    public static readonly StateTable<MunicipalValueState> States = new(
        (MunicipalValueState.Proposed, MunicipalValueState.Approved),
        (MunicipalValueState.Proposed, MunicipalValueState.Withdrawn));

    private MunicipalValue()
    {
    }

    /// <summary>The municipality.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Code of a <see cref="MunicipalRule"/>.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>In the unit of the rule.</summary>
    public decimal Value { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>The by-law or decision that says so.</summary>
    public string Source { get; private set; } = "";

    public Guid ProposedBy { get; private set; }
    public DateOnly ProposedOn { get; private set; }

    /// <summary>Who approved or withdrew it.</summary>
    public Guid? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public MunicipalValueState State { get; private set; }

    /// <summary>Proposes a value; it counts only after somebody else approved it.</summary>
    /// <param name="organisationId">The municipality.</param>
    /// <param name="rule">What it sets.</param>
    /// <param name="value">In the unit of the rule.</param>
    /// <param name="validFrom">The first day; it may have passed, because a by-law may work back.</param>
    /// <param name="source">The by-law or decision.</param>
    /// <param name="approved">The approved values of this municipality.</param>
    /// <param name="book">The figures of law, which bound some values.</param>
    /// <param name="act">The administrator, now.</param>
    /// <exception cref="RefusalException">The value is out of range, or its first day is not after that of the last approved one.</exception>
    public static MunicipalValue Propose(
        Guid organisationId, MunicipalRule rule, decimal value, DateOnly validFrom, string source, IEnumerable<MunicipalValue> approved, RegulationBook book, Act act)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (!rule.Takes(value, validFrom, book))
            throw new RefusalException(rule.IsWhole ? Refusal.MunicipalValueNotWhole : Refusal.MunicipalValueOutOfRange, rule.Least, rule.MostOn(validFrom, book));
        var made = new MunicipalValue
        {
            OrganisationId = organisationId,
            Rule = rule.Code,
            Value = value,
            ValidFrom = validFrom,
            Source = source,
            ProposedBy = act.By.UserId ?? Guid.Empty,
            ProposedOn = act.Today,
        };
        made.GuardAscending(approved);
        made.Note<MunicipalValueState>(null, made.State, act);
        return made;
    }

    /// <summary>Makes it count, from its first day on.</summary>
    /// <param name="approved">The approved values of this municipality.</param>
    /// <param name="act">An administrator who is not the one who proposed it.</param>
    /// <exception cref="RefusalException">It is the same administrator, it was decided already, or a later value was approved meanwhile.</exception>
    public void Approve(IEnumerable<MunicipalValue> approved, Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (act.By.UserId == ProposedBy)
            throw new RefusalException(Refusal.FourEyes);
        GuardAscending(approved);
        Decide(MunicipalValueState.Approved, act);
    }

    /// <summary>Takes the proposal back, or sends it back.</summary>
    /// <exception cref="RefusalException">It was decided already.</exception>
    public void Withdraw(Act act)
    {
        ArgumentNullException.ThrowIfNull(act);
        Decide(MunicipalValueState.Withdrawn, act);
    }

    /// <summary>The value that holds on a day, or null when the municipality has set none by then.</summary>
    /// <param name="values">Values of one municipality.</param>
    /// <param name="rule">What is asked.</param>
    /// <param name="day">The day.</param>
    public static MunicipalValue? On(IEnumerable<MunicipalValue> values, MunicipalRule rule, DateOnly day) => values
        .Where(v => v.State == MunicipalValueState.Approved && v.Rule == rule.Code && v.ValidFrom <= day).MaxBy(v => v.ValidFrom);

    private void GuardAscending(IEnumerable<MunicipalValue> approved)
    {
        var last = approved.Where(v => v.State == MunicipalValueState.Approved && v.Rule == Rule && v.OrganisationId == OrganisationId).MaxBy(v => v.ValidFrom);
        if (last is not null && ValidFrom <= last.ValidFrom)
            throw new RefusalException(Refusal.MunicipalValueNotLater, last.ValidFrom);
    }

    private void Decide(MunicipalValueState to, Act act)
    {
        States.Guard(State, to);
        Note<MunicipalValueState>(State, to, act);
        (State, DecidedBy, DecidedOn) = (to, act.By.UserId, act.Today);
    }
}
