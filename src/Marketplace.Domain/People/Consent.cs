using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>A person said yes to one purpose: when, how, to which text, and until when.</summary>
public sealed class Consent
{
    /// <summary>Months that a consent lasts; consent to meet lasts until the introduction ends.</summary>
    public const int Months = 12;

    private Consent()
    {
    }

    internal Consent(Guid personId, ConsentPurpose purpose, Guid? organisationId, ConsentWay way, bool representativeBeside, string snapshot, Act act)
    {
        PersonId = personId;
        Purpose = purpose;
        OrganisationId = organisationId;
        Way = way;
        RepresentativeBeside = representativeBeside;
        TextVersion = ConsentText.Of(purpose).Version;
        Snapshot = snapshot;
        GivenOn = act.Today;
        Until = purpose == ConsentPurpose.Meet ? null : act.Today.AddMonths(Months);
        RecordedBy = act.By.Name;
    }

    public Guid Id { get; private set; } = NewId.Next();
    public Guid PersonId { get; private set; }
    public ConsentPurpose Purpose { get; private set; }

    /// <summary>The one employer, for <see cref="ConsentPurpose.Meet"/> and <see cref="ConsentPurpose.Share"/>.</summary>
    public Guid? OrganisationId { get; private set; }
    public ConsentState State { get; private set; } = ConsentState.Given;
    public DateOnly GivenOn { get; private set; }

    /// <summary>Last day; null while an introduction goes on.</summary>
    public DateOnly? Until { get; private set; }
    public ConsentWay Way { get; private set; }

    /// <summary>A parent or representative was beside the person.</summary>
    public bool RepresentativeBeside { get; private set; }
    public int TextVersion { get; private set; }

    /// <summary>What was shown, as text.</summary>
    public string Snapshot { get; private set; } = "";
    public string RecordedBy { get; private set; } = "";
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Whether the consent holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => State == ConsentState.Given && GivenOn <= day && (Until is null || Until >= day);

    internal void End(Act act)
    {
        State = ConsentState.Ended;
        EndedOn = act.Today;
    }
}
