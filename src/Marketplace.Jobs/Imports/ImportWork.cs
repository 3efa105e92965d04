using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Imports;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Data.Work;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs.Imports;

/// <summary>
/// The long work of an import, in steps of one transaction each: the rows, what follows from them and how far it is are saved together, so a
/// stop at any moment loses and doubles nothing. Everything is done in the name of who sent the file.
/// </summary>
public sealed class ImportWork(MarketplaceDbContext db, IdentityVault vault, CurrentActor current, RegulationBook book, TimeProvider clock, Telemetry telemetry)
{
    /// <summary>Rows in one transaction: small, so that others can write in between.</summary>
    public const int RowsInStep = 100;

    private const int TriesOfStep = 5;

    /// <summary>Does what there is to do for this import, to the end.</summary>
    /// <param name="id">The import.</param>
    /// <param name="told">Called after each step.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>How many rows were gone through.</returns>
    public async Task<int> RunAsync(Guid id, Action<Import>? told, CancellationToken cancellationToken)
    {
        var import = await FindAsync(id, cancellationToken);
        var before = current.Value;
        current.Value = await ActorAsync(import, cancellationToken);
        try
        {
            return import.State switch
            {
                ImportState.Checking => await CheckAsync(import, told, cancellationToken),
                ImportState.Taking => await TakeAsync(import, told, cancellationToken),
                ImportState.Undoing => await UndoAsync(id, told, cancellationToken),
                _ => 0,
            };
        }
        finally
        {
            current.Value = before;
        }
    }

    /// <summary>The rows of the file that still wait, or the first of them, as they are read today; null when the file was thrown away. Reading is logged.</summary>
    public async Task<IReadOnlyList<ImportDraft>?> DraftsAsync(Import import, string purpose, CancellationToken cancellationToken, int most = int.MaxValue)
    {
        if (await vault.ReadFileAsync(import.Id, purpose, cancellationToken) is not { } bytes)
            return null;
        var colleagues = await (
            from m in db.Memberships
            join u in db.Users on m.UserId equals u.Id
            where m.OrganisationId == import.ForOrganisationId && m.Role == Role.Consultant && u.NormalizedEmail != null
            select new { u.NormalizedEmail, u.Id }).TagWith("Imports.Consultants").ToListAsync(cancellationToken);
        var setting = new ImportSetting(clock.Today(), import.UserId, colleagues.DistinctBy(c => c.NormalizedEmail).ToDictionary(c => c.NormalizedEmail!, c => c.Id));
        return ImportSheet.Of(import.Kind).Read(new ImportRows([.. ImportRows.OfBytes(bytes).Rows.Take(most)]), setting);
    }

    private Act Now => new(current.Value, clock.GetUtcNow().UtcDateTime, clock.Today());

    private Task<Import> FindAsync(Guid id, CancellationToken cancellationToken) => db.Imports.TagWith("Imports.Find").SingleAsync(i => i.Id == id, cancellationToken);

    private async Task<Actor> ActorAsync(Import import, CancellationToken cancellationToken)
    {
        var name = await db.Users.Where(u => u.Id == import.UserId).Select(u => u.DisplayName).TagWith("Imports.Sender").SingleOrDefaultAsync(cancellationToken);
        var owner = await db.Organisations.Where(o => o.Id == import.ForOrganisationId).Select(o => new { o.Name, Regions = o.Regions.Select(r => r.RegionCode).ToList() })
            .TagWith("Imports.Owner").SingleAsync(cancellationToken);
        return new Actor(import.UserId, name ?? "", import.OrganisationId, owner.Name, null, false, owner.Regions);
    }

    private async Task<int> CheckAsync(Import import, Action<Import>? told, CancellationToken cancellationToken)
    {
        var drafts = await DraftsAsync(import, "Import controleren", cancellationToken) ?? [];
        var before = 0;
        foreach (var part in drafts.Where(d => d.Thing is not null).Select(d => d.Reference).Chunk(500))
            before += (await db.TakenBeforeAsync(import.Kind, import.ForOrganisationId, part, cancellationToken)).Count;
        import.Check(drafts.Count(d => d.Thing is not null) - before, before, drafts.Count(d => d.Faults.Count > 0), drafts.SelectMany(d => d.Faults), Now);
        await db.SaveChangesAsync(cancellationToken);
        told?.Invoke(import);
        return drafts.Count;
    }

    private async Task<int> TakeAsync(Import import, Action<Import>? told, CancellationToken cancellationToken)
    {
        var (id, kind, sender) = (import.Id, import.Kind, import.UserId);
        var drafts = await DraftsAsync(import, "Import overnemen", cancellationToken) ?? [];
        var adviser = kind == ImportKind.Tasks ? await db.AdviserOfAsync(import.ForOrganisationId, cancellationToken) : null;
        var handled = 0;
        while (!cancellationToken.IsCancellationRequested && import.State == ImportState.Taking && import.UserId == sender)
        {
            import = await StepAsync(async () =>
            {
                var step = await FindAsync(id, cancellationToken);
                if (step.UserId != sender)
                    return step; // somebody took it over; the next run goes on in that name
                if (step.State == ImportState.Taking && step.Handled < drafts.Count)
                    await TakeStepAsync(step, [.. drafts.Skip(step.Handled).Take(RowsInStep)], adviser, cancellationToken);
                else if (step.State == ImportState.Taking)
                    await FinishAsync(step, drafts, cancellationToken);
                return step;
            }, cancellationToken);
            handled += RowsInStep;
            told?.Invoke(import);
        }

        return Math.Min(handled, drafts.Count);
    }

    private async Task TakeStepAsync(Import import, IReadOnlyList<ImportDraft> drafts, Adviser? adviser, CancellationToken cancellationToken)
    {
        var good = drafts.Where(d => d.Thing is not null).ToList();
        var before = await db.TakenBeforeAsync(import.Kind, import.ForOrganisationId, [.. good.Select(d => d.Reference)], cancellationToken);
        var fresh = good.Where(d => !before.Contains(d.Reference)).ToList();
        var act = Now;
        var codes = import.Kind == ImportKind.People ? await db.FreeCodesAsync(fresh.Count, cancellationToken) : [];
        foreach (var (draft, at) in fresh.Select((d, at) => (d, at)))
        {
            Root made;
            if (draft.Thing is NewPerson person)
            {
                made = AddPerson(person, codes[at], import.ForOrganisationId, act);
            }
            else
            {
                var task = db.WorkTasks.Add(((NewTask)draft.Thing!).ToTask(import.ForOrganisationId, act)).Entity;
                if (!task.IsAsked)
                    db.OpenSteps.Add(AdviserCall.AboutTaskNotAsked(task, adviser, act));
                made = task;
            }

            db.ImportedRows.Add(new ImportedRow
            {
                ImportId = import.Id,
                OrganisationId = import.ForOrganisationId,
                Kind = import.Kind,
                Reference = draft.Reference,
                EntityId = made.Id,
                EntityVersion = made.Version,
            });
        }

        import.Progress(drafts.Count, fresh.Count);
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken); // nothing of it is used again
        telemetry.ImportRows(import.Kind.ToString(), "taken", fresh.Count);
    }

    /// <summary>A new person with identity in the vault, and the lines that follow from what is known: nothing of it was there before.</summary>
    private Person AddPerson(NewPerson row, string code, Guid organisationId, Act act)
    {
        var person = db.People.Add(row.ToPerson(code, organisationId, act.By.Regions, act)).Entity;
        vault.Add(person.Id, row.Identity);
        var facts = new CandidateFacts(code, InPaidWork: false, person.LastReviewOn, person.LadderMeasuredOn, person.OldestCapacityOn);
        var followUp = new PersonFollowUp(person.Id, person.ConsultantId, person.CreatedOn, facts, [], []);
        followUp.Renew(book, act);
        db.Keep(followUp);
        return person;
    }

    /// <summary>The good rows go from the file: names of people are in the vault only. The bad ones can be fetched for some days.</summary>
    private async Task FinishAsync(Import import, IReadOnlyList<ImportDraft> drafts, CancellationToken cancellationToken)
    {
        var bad = drafts.Where(d => d.Faults.Count > 0).Select(d => d.Row).ToList();
        if (bad.Count > 0)
            await vault.KeepFileAsync(import.Id, new ImportRows(bad).ToBytes(), cancellationToken);
        else
            vault.ForgetFile(import.Id);
        import.Finish(Now);
        await db.SaveChangesAsync(cancellationToken);
        telemetry.ImportRows(import.Kind.ToString(), "bad", bad.Count);
    }

    private async Task<int> UndoAsync(Guid id, Action<Import>? told, CancellationToken cancellationToken)
    {
        var handled = 0;
        for (var busy = true; busy && !cancellationToken.IsCancellationRequested;)
        {
            var import = await StepAsync(async () =>
            {
                var step = await FindAsync(id, cancellationToken);
                if (step.State != ImportState.Undoing)
                    return step;
                var used = db.UsedRows(id, step.Kind);
                var rows = await db.ImportedRows.Where(r => r.ImportId == id && !used.Contains(r.EntityId)).OrderBy(r => r.Id).Take(RowsInStep)
                    .TagWith("Imports.Undo").ToListAsync(cancellationToken);
                if (rows.Count == 0)
                    step.FinishUndo(Now);
                else
                    await TakeBackAsync(rows, cancellationToken);
                step.TakeBack(rows.Count);
                handled += rows.Count;
                await db.SaveChangesAsync(cancellationToken);
                return step;
            }, cancellationToken);
            busy = import.State == ImportState.Undoing;
            told?.Invoke(import);
        }

        return handled;
    }

    /// <summary>Removes what these rows became, with what follows from it. Identity goes with its person.</summary>
    private async Task TakeBackAsync(List<ImportedRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(r => r.EntityId);
        db.People.RemoveRange(await db.People.Where(p => ids.Contains(p.Id)).TagWith("Imports.UndoPeople").ToListAsync(cancellationToken));
        db.WorkTasks.RemoveRange(await db.WorkTasks.Where(t => ids.Contains(t.Id)).TagWith("Imports.UndoTasks").ToListAsync(cancellationToken));
        db.Reminders.RemoveRange(await db.Reminders.Where(r => ids.Contains(r.SubjectId)).TagWith("Imports.UndoReminders").ToListAsync(cancellationToken));
        db.OpenSteps.RemoveRange(await db.OpenSteps.Where(s => ids.Contains(s.PersonId!.Value) || ids.Contains(s.TaskId!.Value)).TagWith("Imports.UndoSteps").ToListAsync(cancellationToken));
        db.ImportedRows.RemoveRange(rows);
    }

    /// <summary>One step in one transaction. Another worker that was first makes it fail as a whole; then it looks again.</summary>
    private async Task<Import> StepAsync(Func<Task<Import>> step, CancellationToken cancellationToken)
    {
        // Comparing the lists of a new person costs more than saving it; the audit interceptor looks once, and that is enough.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            for (var tries = 1; ; tries++)
            {
                db.ChangeTracker.Clear();
                try
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                    var import = await step();
                    await transaction.CommitAsync(cancellationToken);
                    return import;
                }
                catch (DbUpdateException exception) when (tries < TriesOfStep && (exception is DbUpdateConcurrencyException || exception.IsUniqueConflict()))
                {
                    // Nothing of this try was kept.
                }
            }
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}
