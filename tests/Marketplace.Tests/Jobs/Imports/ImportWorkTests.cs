using CsCheck;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Jobs.Imports;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Jobs.Imports;

/// <summary>The long work of an import: it stops and goes on, takes nothing twice, and can be taken back as a whole.</summary>
public sealed class ImportWorkTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task It_stops_at_any_step_and_goes_on_without_a_row_twice_or_lost()
    {
        var (people, id) = (await CountPeopleAsync(), await SendAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 450, bad: 5)));
        await RunAsync(id);
        await _site.TakeAsync(id);

        // The first run is stopped after two steps; the second one loses its process in the middle of a step.
        using var stop = new CancellationTokenSource();
        await RunAsync(id, i => { if (i.Handled >= 2 * ImportWork.RowsInStep) stop.Cancel(); }, stop.Token);
        Assert.Equal((ImportState.Taking, 200, people + 200), ((await ImportAsync(id)).State, (await ImportAsync(id)).Handled, await CountPeopleAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(id, _ => throw new InvalidOperationException("The power went out.")));
        Assert.Equal(people + 300, await CountPeopleAsync());

        await _site.RunJobAsync(nameof(RunImports));

        var done = await ImportAsync(id);
        Assert.Equal((ImportState.Taken, 455, 450, 5), (done.State, done.Handled, done.Taken, done.Bad));
        Assert.Equal(people + 450, await CountPeopleAsync());
        Assert.Equal(450, await _site.WithAsync(db => db.ImportedRows.CountAsync(r => r.ImportId == id && db.Identities.Any(i => i.PersonId == r.EntityId))));
    }

    [Fact]
    public async Task Who_is_blocked_halfway_leaves_the_rest_to_the_colleague_who_takes_over()
    {
        var id = await CheckedAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 250));
        await _site.TakeAsync(id);
        var colleague = await _site.WithAsync(db => db.Users.Where(u => u.Email == "m.bos@demo.example").Select(u => u.Id).SingleAsync());

        // Between two steps of a run that goes on.
        await RunAsync(id, i => { if (i.Handled == ImportWork.RowsInStep) BlockSender(id, colleague); });
        Assert.Equal((ImportState.Taking, 100), ((await ImportAsync(id)).State, (await ImportAsync(id)).Handled));
        await _site.RunJobAsync(nameof(RunImports));

        Assert.Equal((ImportState.Taken, 250), ((await ImportAsync(id)).State, (await ImportAsync(id)).Taken));
        Assert.Equal([colleague], await _site.WithAsync(db => db.People.Where(p => db.ImportedRows.Any(r => r.EntityId == p.Id)).Select(p => p.ConsultantId).Distinct().ToListAsync()));
    }

    private void BlockSender(Guid id, Guid colleague) => _site.WithAsync(async db =>
    {
        var sender = (await db.Imports.SingleAsync(i => i.Id == id)).UserId;
        var member = await db.Memberships.SingleAsync(m => m.UserId == sender && m.Role == Role.Consultant);
        await new Marketplace.Data.Organisations.HandOver(db).GiveAsync(member, colleague, CancellationToken.None);
        await db.SaveChangesAsync();
        return 0;
    }).GetAwaiter().GetResult();

    [Fact]
    public async Task Two_workers_on_one_import_take_every_row_once()
    {
        var (people, id) = (await CountPeopleAsync(), await SendAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 600)));
        await RunAsync(id);
        await _site.TakeAsync(id);

        await Task.WhenAll(RunAsync(id), RunAsync(id));

        Assert.Equal((600, ImportState.Taken), ((await ImportAsync(id)).Taken, (await ImportAsync(id)).State));
        Assert.Equal(people + 600, await CountPeopleAsync());
    }

    [Fact]
    public async Task A_reference_is_taken_once_for_an_organisation_also_from_two_files_at_once()
    {
        var one = await CheckedAsync(ImportKind.Tasks, ImportSamples.File(ImportKind.Tasks, 120));
        var other = await CheckedAsync(ImportKind.Tasks, ImportSamples.File(ImportKind.Tasks, 150));
        var elsewhere = await CheckedAsync(ImportKind.Tasks, ImportSamples.File(ImportKind.Tasks, 10), "adviseur");
        foreach (var id in new[] { one, other, elsewhere })
            await _site.TakeAsync(id);

        await Task.WhenAll(RunAsync(one), RunAsync(other));
        await RunAsync(elsewhere);

        Assert.Equal(150, (await ImportAsync(one)).Taken + (await ImportAsync(other)).Taken);
        Assert.Equal(10, (await ImportAsync(elsewhere)).Taken);
        var again = await ImportAsync(await CheckedAsync(ImportKind.Tasks, ImportSamples.File(ImportKind.Tasks, 151)));
        Assert.Equal((1, 150), (again.Good, again.TakenBefore));
    }

    [Fact]
    public async Task Names_are_in_the_vault_and_nowhere_else()
    {
        var id = await CheckedAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 3, bad: 2, prefix: "Klantnummer-"));
        await _site.TakeAsync(id);
        await RunAsync(id);

        await _site.CatchUpIndexAsync();
        await _site.WithAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var file = await File.ReadAllBytesAsync(_site.Database["Database:File"], TestContext.Current.CancellationToken);
        foreach (var word in new[] { "Quirina", "Zonderdam", "06 12345678", "Klantnummer-", "KLANTNUMMER-" })
            Assert.True(file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) < 0, $"{word} stands in the database.");

        // Of the file only the bad rows are left, sealed, and after a week nothing.
        using (var scope = _site.Services.CreateScope())
        {
            var drafts = await scope.ServiceProvider.GetRequiredService<ImportWork>().DraftsAsync(await ImportAsync(id), "test", CancellationToken.None);
            Assert.Equal(2, drafts!.Count);
        }

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(Import.DaysKept + 1));
        await _site.RunJobAsync(nameof(RunImports));
        Assert.False(await _site.WithAsync(db => db.ImportFiles.AnyAsync()));
    }

    [Fact]
    public async Task A_file_that_nobody_takes_is_thrown_away_after_a_week()
    {
        var id = await CheckedAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 3));
        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(Import.DaysKept + 1));

        await _site.RunJobAsync(nameof(RunImports));

        Assert.Equal(ImportState.Dropped, (await ImportAsync(id)).State);
        Assert.False(await _site.WithAsync(db => db.ImportFiles.AnyAsync()));
    }

    [Theory]
    [InlineData(ImportKind.People)]
    [InlineData(ImportKind.Tasks)]
    public async Task An_import_is_taken_back_as_a_whole_and_can_come_again(ImportKind kind)
    {
        await _site.RunJobAsync(nameof(Marketplace.Jobs.RecomputeReminders));
        var before = await RowsAsync();
        var id = await CheckedAsync(kind, ImportSamples.File(kind, 250));
        await _site.TakeAsync(id);
        await RunAsync(id);
        await _site.RunJobAsync(nameof(Marketplace.Jobs.RecomputeReminders));
        await _site.RunJobAsync(nameof(Marketplace.Jobs.MakeRemindersDue));
        Assert.NotEqual(before, await RowsAsync());

        await _site.UndoAsync(id);
        using (var stop = new CancellationTokenSource())
            await RunAsync(id, _ => stop.Cancel(), stop.Token);
        await RunAsync(id);

        Assert.Equal((ImportState.Undone, 0), ((await ImportAsync(id)).State, (await ImportAsync(id)).Taken));
        Assert.Equal(before, await RowsAsync());
        Assert.Equal(250, (await ImportAsync(await CheckedAsync(kind, ImportSamples.File(kind, 250)))).Good);
    }

    [Fact]
    public async Task What_somebody_used_keeps_an_import_from_being_taken_back()
    {
        var id = await CheckedAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 3));
        await _site.TakeAsync(id);
        await RunAsync(id);
        var person = await _site.WithAsync(async db => (await db.ImportedRows.FirstAsync(r => r.ImportId == id)).EntityId);
        await _site.WithAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == person)).Give(Marketplace.Domain.People.ConsentPurpose.Found, null, Marketplace.Domain.People.ConsentWay.Together, false, "", _site.Now);
            await db.SaveChangesAsync();
        });

        var refused = await Assert.ThrowsAsync<RefusalException>(() => _site.UndoAsync(id));
        Assert.Equal(Refusal.ImportIsUsed, refused.Reason);

        // Somebody was faster than the job: what is used stays, and the import says how much.
        await _site.WithAsync(async db =>
        {
            (await db.Imports.SingleAsync(i => i.Id == id)).Undo(isUsed: false, _site.Now);
            await db.SaveChangesAsync();
        });
        await RunAsync(id);
        Assert.Equal((ImportState.Undone, 1), ((await ImportAsync(id)).State, (await ImportAsync(id)).Taken));
        Assert.True(await _site.WithAsync(db => db.People.AnyAsync(p => p.Id == person)));
    }

    [Fact]
    public async Task Everything_is_done_in_the_name_of_who_sent_it()
    {
        var id = await CheckedAsync(ImportKind.People, ImportSamples.File(ImportKind.People, 2));
        await _site.TakeAsync(id);
        await RunAsync(id);

        var import = await ImportAsync(id);
        await _site.WithAsync(async db =>
        {
            var made = await db.ImportedRows.Where(r => r.ImportId == id).Select(r => r.EntityId).ToListAsync();
            Assert.All(await db.Audit.Where(a => a.Action == "Added" && a.Entity == "Person" && made.Contains(a.EntityId!.Value)).ToListAsync(), a => Assert.Equal(import.UserId, a.UserId));
            Assert.All(await db.People.Where(p => made.Contains(p.Id)).ToListAsync(), p => Assert.Equal((import.UserId, import.ForOrganisationId), (p.ConsultantId, p.OrganisationId)));
            Assert.Equal(2, await db.Audit.CountAsync(a => a.Action == "ReadImport" && a.EntityId == id));
        });
    }

    [Fact]
    public async Task A_generated_file_is_taken_whole_or_told_and_nothing_is_half_written()
    {
        var good = ImportSamples.File(ImportKind.People, 4);
        var number = 0;
        await Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, 60], Gen.OneOf("\"", ";", "\n", "x", "|", "R2", "")).Select((at, gone, put) =>
            (byte[])[.. good[..at], .. System.Text.Encoding.UTF8.GetBytes(put), .. good[Math.Min(good.Length, at + gone)..]]).SampleAsync(async file =>
        {
            // Every file has references of its own, so that each is new.
            var text = System.Text.Encoding.UTF8.GetString(file).Replace("\nR", $"\nF{Interlocked.Increment(ref number)}-", StringComparison.Ordinal);
            var rows = ImportRows.Read(System.Text.Encoding.UTF8.GetBytes(text), PeopleSheet.Instance).Rows;
            if (rows is null)
                return;
            var people = await CountPeopleAsync();
            var id = await SendAsync(ImportKind.People, System.Text.Encoding.UTF8.GetBytes(text));
            await RunAsync(id);
            var import = await ImportAsync(id);
            Assert.Equal(import.Rows, import.Good + import.TakenBefore + import.Bad);
            if (import.Good == 0)
                return;
            await _site.TakeAsync(id);
            await RunAsync(id);
            Assert.Equal(import.Good, (await ImportAsync(id)).Taken);
            Assert.Equal(people + import.Good, await CountPeopleAsync());
            Assert.Equal(import.Good, await _site.WithAsync(db => db.ImportedRows.CountAsync(r => r.ImportId == id && db.Identities.Any(i => i.PersonId == r.EntityId))));
        }, iter: LongRun.IsOn ? 2_000 : 60, threads: 1);
    }

    private Task<Guid> SendAsync(ImportKind kind, byte[] file, string? account = null) => _site.SendAsync(kind, file, account);

    private async Task<Guid> CheckedAsync(ImportKind kind, byte[] file, string? account = null)
    {
        var id = await SendAsync(kind, file, account);
        await RunAsync(id);
        return id;
    }

    private Task RunAsync(Guid id, Action<Import>? told = null, CancellationToken cancellationToken = default) => _site.RunImportAsync(id, told, cancellationToken);

    private Task<Import> ImportAsync(Guid id) => _site.WithAsync(db => db.Imports.AsNoTracking().SingleAsync(i => i.Id == id));

    private Task<int> CountPeopleAsync() => _site.WithAsync(db => db.People.CountAsync());

    private Task<(int, int, int, int, int, int)> RowsAsync() => _site.WithAsync(async db => (
        await db.People.CountAsync(), await db.Identities.CountAsync(), await db.WorkTasks.CountAsync(), await db.Reminders.CountAsync(), await db.OpenSteps.CountAsync(), await db.ImportedRows.CountAsync()));
}

/// <summary>Sends and decides, as the pages do.</summary>
internal static class ImportSite
{
    /// <summary>Keeps a file as the page does: of the consultant or employer of the demo, or another account.</summary>
    public static async Task<Guid> SendAsync(this TestSite site, ImportKind kind, byte[] file, string? account = null)
    {
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        var email = $"{account ?? (kind == ImportKind.People ? "consulent" : "werkgever")}@demo.example";
        var sender = await (from u in db.Users join m in db.Memberships on u.Id equals m.UserId where u.Email == email select m).SingleAsync();
        var by = new Actor(sender.UserId, email, sender.OrganisationId, "", sender.Role, false, []);
        var rows = ImportRows.Read(file, ImportSheet.Of(kind)).Rows!;
        var import = db.Imports.Add(new Import(kind, rows.Rows.Count, sender.OrganisationId, new Act(by, site.Clock.GetUtcNow().UtcDateTime, site.Clock.Today()))).Entity;
        await scope.ServiceProvider.GetRequiredService<IdentityVault>().KeepFileAsync(import.Id, rows.ToBytes(), CancellationToken.None);
        await db.SaveChangesAsync();
        return import.Id;
    }

    public static async Task RunImportAsync(this TestSite site, Guid id, Action<Import>? told = null, CancellationToken cancellationToken = default)
    {
        using var scope = site.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<ImportWork>().RunAsync(id, told, cancellationToken);
    }

    public static Task TakeAsync(this TestSite site, Guid id) => site.WithAsync(async db =>
    {
        (await db.Imports.SingleAsync(i => i.Id == id)).Take(site.Now);
        await db.SaveChangesAsync();
    });

    public static Task UndoAsync(this TestSite site, Guid id) => site.WithAsync(async db =>
    {
        var import = await db.Imports.SingleAsync(i => i.Id == id);
        import.Undo(await db.UsedRows(id, import.Kind).AnyAsync(), site.Now);
        await db.SaveChangesAsync();
    });
}
