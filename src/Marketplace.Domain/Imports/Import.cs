using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Imports;

/// <summary>
/// A file of people or tasks on its way in: read, looked at, taken, and perhaps taken back as a whole. The page and the job speak through
/// this row. Its version is the claim: who writes a step that another one wrote already is refused, with everything of that step.
/// </summary>
public sealed class Import : Root
{
    /// <summary>So many faults are kept for the page; all of them stand in the file of bad rows.</summary>
    public const int MostFaultsKept = 100;

    /// <summary>A file that nobody took, and the bad rows of one that was, are thrown away after so many days.</summary>
    public const int DaysKept = 7;

    public static readonly StateTable<ImportState> States = new(
        (ImportState.Checking, ImportState.Checked),
        (ImportState.Checking, ImportState.Dropped),
        (ImportState.Checked, ImportState.Taking),
        (ImportState.Checked, ImportState.Dropped),
        (ImportState.Taking, ImportState.Taken),
        (ImportState.Taken, ImportState.Undoing),
        (ImportState.Undoing, ImportState.Undone));

    private Import()
    {
    }

    /// <param name="kind">What the file brings.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="forOrganisationId">Whose people or tasks they become.</param>
    /// <param name="act">Who sent it.</param>
    public Import(ImportKind kind, int rows, Guid forOrganisationId, Act act)
    {
        (Kind, Rows, ForOrganisationId, CreatedAt, CreatedOn) = (kind, rows, forOrganisationId, act.At, act.Today);
        OrganisationId = act.By.OrganisationId ?? throw new ArgumentException("An import is of an organisation.", nameof(act));
        UserId = act.By.UserId ?? throw new ArgumentException("An import is of a user.", nameof(act));
        Note<ImportState>(null, State, act);
    }

    /// <summary>The tenant that sent the file; nobody else sees it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Whose people or tasks the rows become: the tenant itself, or the employer that an adviser chose.</summary>
    public Guid ForOrganisationId { get; private set; }

    /// <summary>Who sent the file, or took it over; the rows are taken in this name.</summary>
    public Guid UserId { get; private set; }
    public ImportKind Kind { get; private set; }
    public ImportState State { get; private set; } = ImportState.Checking;
    public DateTime CreatedAt { get; private set; }
    public DateOnly CreatedOn { get; private set; }

    /// <summary>Rows in the file, without the header and empty lines.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that can be taken.</summary>
    public int Good { get; private set; }

    /// <summary>Rows with something wrong.</summary>
    public int Bad { get; private set; }

    /// <summary>Rows that were taken before, by this or another file.</summary>
    public int TakenBefore { get; private set; }

    /// <summary>How many rows of the file were gone through while taking.</summary>
    public int Handled { get; private set; }

    /// <summary>How many became a person or task; after taking back those that stay, because somebody used them in that minute.</summary>
    public int Taken { get; private set; }

    /// <summary>The first faults, at most <see cref="MostFaultsKept"/>.</summary>
    public IReadOnlyList<ImportFault> Faults { get; private set; } = [];

    /// <summary>A job has something to do.</summary>
    public bool IsBusy => State is ImportState.Checking or ImportState.Taking or ImportState.Undoing;

    /// <summary>Every row was read.</summary>
    public void Check(int good, int takenBefore, int bad, IEnumerable<ImportFault> faults, Act act)
    {
        Move(ImportState.Checked, act);
        (Good, TakenBefore, Bad, Faults) = (good, takenBefore, bad, [.. faults.Take(MostFaultsKept)]);
    }

    /// <summary>Somebody looked and says yes.</summary>
    /// <exception cref="RefusalException">No row can be taken, or it was decided before.</exception>
    public void Take(Act act)
    {
        if (State == ImportState.Checked && Good == 0)
            throw new RefusalException(Refusal.NothingToTake);
        Move(ImportState.Taking, act);
    }

    /// <summary>A colleague takes it over from who is no longer here; rows that were taken are handed over as people and items are.</summary>
    public void GiveTo(Guid colleague) => UserId = colleague;

    /// <summary>So many rows of the file were gone through, and so many of these were taken.</summary>
    public void Progress(int rows, int taken) => (Handled, Taken) = (Handled + rows, Taken + taken);

    /// <summary>The whole file was gone through.</summary>
    public void Finish(Act act) => Move(ImportState.Taken, act);

    /// <summary>Begins to take everything back.</summary>
    /// <exception cref="RefusalException">Somebody used a row.</exception>
    public void Undo(bool isUsed, Act act)
    {
        if (isUsed)
            throw new RefusalException(Refusal.ImportIsUsed);
        Move(ImportState.Undoing, act);
    }

    /// <summary>So many were taken back.</summary>
    public void TakeBack(int gone) => Taken -= gone;

    /// <summary>Nothing is left that can be taken back.</summary>
    public void FinishUndo(Act act) => Move(ImportState.Undone, act);

    /// <summary>Throws the file away; nothing of it was taken.</summary>
    public void Drop(Act act) => Move(ImportState.Dropped, act);

    private void Move(ImportState to, Act act)
    {
        States.Guard(State, to);
        Note<ImportState>(State, to, act);
        State = to;
    }
}
