using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Jobs;
using Marketplace.Jobs.Narrowing;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using TaskState = Marketplace.Domain.Work.TaskState;

namespace Marketplace.Tests.Jobs;

/// <summary>Who is no longer helped is forgotten after the term, with every row in every table, and nobody else loses one.</summary>
public sealed class ForgetPeopleTests : IDisposable
{
    /// <summary>Tables that say that something happened, by its id: they stay.</summary>
    private static readonly string[] Logs = ["Audit", "History", "IndexChanges"];

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Everything_of_a_person_goes_after_three_months_and_nobody_else_loses_a_row()
    {
        var person = await WithMostRowsAsync();
        var lastName = await LastNameAsync(person.Id);
        await EndAsync(person.Id);
        var until = _site.Clock.Today().AddMonths(KeptFor.PersonMonths);

        _site.Clock.MoveTo(until.AddDays(-1));
        await _site.RunJobAsync(nameof(ForgetPeople));
        var (of, others) = (await OfAsync(await IdsAsync(person.Id)), await OthersAsync(person.Id));
        var ids = await IdsAsync(person.Id);
        Assert.True(of.Values.Sum() > 20 && of.ContainsKey("Identities") && of.ContainsKey("Standings") && of.ContainsKey("Consent") && of.ContainsKey("Reminders"), string.Join(' ', of));

        _site.Clock.MoveTo(until);
        Assert.True(await _site.RunJobAsync(nameof(ForgetPeople)) > 0);

        Assert.Empty(await OfAsync(ids));
        Assert.Equal(others, await OthersAsync(person.Id));
        Assert.DoesNotContain(person.Code, (await IndexAsync()).Keys);
        Assert.True(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.EntityId == person.Id && a.Entity == nameof(Person) && a.Action == "Deleted")));
        Assert.False(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Fields.Contains(lastName) || a.Purpose.Contains(lastName))));
        Assert.False(await _site.WithAsync(db => db.History.AnyAsync(h => h.Reason!.Contains(lastName))));
        Assert.Equal(0, await _site.RunJobAsync(nameof(ForgetPeople)));
    }

    [Fact]
    public async Task Killed_halfway_nothing_is_gone_and_the_next_run_does_it()
    {
        var person = await WithMostRowsAsync();
        await EndAsync(person.Id);
        _site.Clock.MoveTo(_site.Clock.Today().AddMonths(KeptFor.PersonMonths));
        var ids = await IdsAsync(person.Id);
        var before = await OfAsync(ids);

        // The person is the last row that goes: all the others have gone in the transaction by then.
        await _site.WithAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER halfway BEFORE DELETE ON People BEGIN SELECT RAISE(ABORT, 'The power went out.'); END"));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.Equal(before, await OfAsync(ids));

        await _site.WithAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER halfway"));
        await Task.WhenAll(Task.Run(() => _site.RunWithoutLeaseAsync<ForgetPeople>()), Task.Run(() => _site.RunWithoutLeaseAsync<ForgetPeople>()));
        Assert.Empty(await OfAsync(ids));
    }

    [Fact]
    public async Task Who_works_or_is_helped_again_stays()
    {
        var (works, again) = await _site.WithAsync(async db => (
            await db.Placements.Where(p => p.State == PlacementState.Running).Select(p => p.PersonId).FirstAsync(),
            await db.People.Where(p => !db.Placements.Any(x => x.PersonId == p.Id)).OrderBy(p => p.Code).Select(p => p.Id).FirstAsync()));
        await EndAsync(works);
        await EndAsync(again);
        Assert.False(await _site.WithAsync(db => db.Set<Consent>().AnyAsync(c => (c.PersonId == works || c.PersonId == again) && c.State == ConsentState.Given)));
        Assert.DoesNotContain(await _site.WithAsync(db => db.People.Where(p => p.Id == again).Select(p => p.Code).SingleAsync()), (await IndexAsync()).Keys);

        await _site.WithAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == again)).ResumeHelp(_site.Now);
            await db.SaveChangesAsync();
        });
        _site.Clock.MoveTo(_site.Clock.Today().AddMonths(KeptFor.PersonMonths + 1));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.Equal(2, await _site.WithAsync(db => db.People.CountAsync(p => p.Id == works || p.Id == again)));

        // The three months begin again on the last day of the work.
        var day = _site.Clock.Today();
        await _site.WithAsync(db => db.Placements.Where(p => p.PersonId == works && p.State != PlacementState.NextStep)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PlacementState.Stopped).SetProperty(p => p.LastDay, day)));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.True(await _site.WithAsync(db => db.People.AnyAsync(p => p.Id == works)));
        _site.Clock.MoveTo(day.AddMonths(KeptFor.PersonMonths));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.False(await _site.WithAsync(db => db.People.AnyAsync(p => p.Id == works)));
    }

    [Fact]
    public async Task A_proposal_of_which_nothing_came_goes_after_four_weeks_or_a_year_with_consent()
    {
        await _site.RunJobAsync(nameof(ForgetPeople));
        var (kept, gone) = await _site.WithAsync(async db =>
        {
            var open = await db.Proposals.Where(p => p.State == ProposalState.Proposed).OrderBy(p => p.Id).Take(2).ToListAsync();
            Assert.NotEqual(open[0].PersonId, open[1].PersonId);
            open[0].Decline(DeclineReason.Times, _site.Now);
            open[1].Decline(DeclineReason.Times, _site.Now);
            await db.SaveChangesAsync();
            var stops = await db.People.WithAnswers().SingleAsync(p => p.Id == open[1].PersonId);
            var rest = await db.RestingOnConsentAsync(stops.Id, CancellationToken.None);
            StopConsent.ToBeProposed(stops, rest.Proposals, rest.Introductions, _site.Now);
            await db.SaveChangesAsync();
            return (open[0].Id, open[1].Id);
        });
        Task<List<Guid>> ThereAsync() => _site.WithAsync(db => db.Proposals.Where(p => p.Id == kept || p.Id == gone).Select(p => p.Id).ToListAsync());

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(KeptFor.ProposalDays));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.Equal(2, (await ThereAsync()).Count);

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(KeptFor.ProposalDays + 1));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.Equal([kept], await ThereAsync());

        _site.Clock.MoveTo(TestSite.SeedDay.AddMonths(KeptFor.ProposalMonthsWithConsent).AddDays(1));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.Empty(await ThereAsync());
    }

    [Fact]
    public async Task A_task_leaves_the_bin_after_thirty_days_and_a_mail_after_a_year()
    {
        var id = await _site.WithAsync(async db =>
        {
            var task = await db.WorkTasks.Where(t => t.State == TaskState.Listed).OrderBy(t => t.Id).FirstAsync();
            task.Delete(_site.Now);
            await db.SaveChangesAsync();
            return task.Id;
        });
        var mail = (await _site.AddMessagesAsync(1))[0];
        Task<bool> TaskAsync() => _site.WithAsync(db => db.WorkTasks.AnyAsync(t => t.Id == id));
        Task<bool> MailAsync() => _site.WithAsync(db => db.Messages.AnyAsync(m => m.Id == mail));

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(WorkTask.DaysInBin));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.True(await TaskAsync());
        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(WorkTask.DaysInBin + 1));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.False(await TaskAsync());
        Assert.True(await MailAsync());
        _site.Clock.MoveTo(TestSite.SeedDay.AddMonths(KeptFor.MessageMonths).AddDays(1));
        await _site.RunJobAsync(nameof(ForgetPeople));
        Assert.False(await MailAsync());
    }

    /// <summary>The page: a reason is asked, and the help can go on again.</summary>
    [Fact]
    public async Task A_consultant_ends_the_help_with_a_reason_and_takes_it_back()
    {
        using var visitor = await _site.SignedInAsync("consulent");
        var id = await _site.WithAsync(db => db.People.Where(p => db.Users.Any(u => u.Id == p.ConsultantId && u.Email == "consulent@demo.example")
            && p.Consents.Any(c => c.State == ConsentState.Given)).OrderBy(p => p.Code).Select(p => p.Id).FirstAsync());
        var address = $"/kandidaten/{id}/stoppen";

        await visitor.PostAsync(address, "Stop de begeleiding");
        Assert.Equal(422, (int)visitor.Status);
        Assert.Contains("Kies waarom de begeleiding stopt.", visitor.Html, StringComparison.Ordinal);

        await visitor.PostAsync(address, "Stop de begeleiding", ("In.Reason", nameof(EndOfHelp.OwnWish)));
        Assert.Equal($"/kandidaten/{id}", visitor.Location);
        Assert.Equal(_site.Clock.Today(), await HelpedUntilAsync(id));
        await visitor.OpenAsync($"/kandidaten/{id}");
        Assert.Contains("Begeleiding: gestopt (wil zelf verder)", visitor.Html, StringComparison.Ordinal);

        await visitor.PostAsync(address, "Begeleid weer");
        Assert.Equal($"/kandidaten/{id}", visitor.Location);
        Assert.Null(await HelpedUntilAsync(id));
    }

    private Task<DateOnly?> HelpedUntilAsync(Guid id) => _site.WithAsync(db => db.People.Where(p => p.Id == id).Select(p => p.HelpedUntil).SingleAsync());

    /// <summary>Somebody with work that stopped, and rows in most tables.</summary>
    private Task<Person> WithMostRowsAsync() => _site.WithAsync(async db =>
    {
        await _site.RunJobAsync(nameof(RecomputeReminders));
        var person = await db.People.Where(p => db.Standings.Any(s => s.Id == p.Id) && db.Placements.Any(x => x.PersonId == p.Id && x.ProposalId != null))
            .OrderByDescending(p => db.Placements.Count(x => x.PersonId == p.Id)).ThenBy(p => p.Code).AsNoTracking().FirstAsync();
        await db.Placements.Where(p => p.PersonId == person.Id && p.State != PlacementState.NextStep)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PlacementState.Stopped).SetProperty(p => p.LastDay, TestSite.SeedDay));
        return person;
    });

    private Task EndAsync(Guid id) => _site.WithAsync(async db =>
    {
        var person = await db.People.WithAnswers().SingleAsync(p => p.Id == id);
        var rest = await db.RestingOnConsentAsync(id, CancellationToken.None);
        EndHelp.Of(person, EndOfHelp.OwnWish, rest.Proposals, rest.Introductions, rest.Steps, _site.Now);
        await db.SaveChangesAsync();
    });

    private async Task<string> LastNameAsync(Guid id)
    {
        using var scope = _site.Services.CreateScope();
        return (await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync(id, "test", CancellationToken.None))!.LastName!;
    }

    private Task<IReadOnlyDictionary<string, long>> IndexAsync() => _site.WithAsync(async db =>
        (IReadOnlyDictionary<string, long>)(await _site.Services.GetRequiredService<NodeIndex>().CatchUpAsync(db, CancellationToken.None)).Candidates.Revisions());

    /// <summary>The ids by which a table can name the person: the own one, and those of placements, proposals and introductions.</summary>
    private Task<List<Guid>> IdsAsync(Guid personId) => _site.WithAsync(async db => (List<Guid>)
    [
        personId,
        .. await db.Placements.Where(p => p.PersonId == personId).Select(p => p.Id).ToListAsync(),
        .. await db.Proposals.Where(p => p.PersonId == personId).Select(p => p.Id).ToListAsync(),
        .. await db.Introductions.Where(i => i.PersonId == personId).Select(i => i.Id).ToListAsync(),
    ]);

    /// <summary>Rows that name one of these ids in any column of any table of the model, by table; no row, no line.</summary>
    private Task<SortedDictionary<string, int>> OfAsync(List<Guid> ids) => CountAsync(columns => string.Join(" OR ", columns.Select(c => $"\"{c}\" IN ({Listed(ids)})")));

    /// <summary>All rows of all tables but those of the person, the logs, and what goes by a term of its own.</summary>
    private async Task<SortedDictionary<string, int>> OthersAsync(Guid personId)
    {
        var ids = await IdsAsync(personId);
        var rows = await CountAsync(columns => string.Join(" AND ", columns.Select(c => $"(\"{c}\" IS NULL OR \"{c}\" NOT IN ({Listed(ids)}))")));
        foreach (var table in new[] { "JobRuns", "JobLeases", "Proposals", "Introductions", "OpenSteps", "WorkTasks", "Messages", "ScanLinks" })
            rows.Remove(table);
        return rows;
    }

    private Task<SortedDictionary<string, int>> CountAsync(Func<IReadOnlyList<string>, string> where) => _site.WithAsync(async db =>
    {
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.GetTableName() is { } name && !Logs.Contains(name)).GroupBy(t => t.GetTableName()!))
        {
            var columns = table.SelectMany(t => t.GetProperties()).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).Select(p => p.GetColumnName()).Distinct().ToList();
            var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table.Key}\" WHERE {(columns.Count > 0 ? where(columns) : "1 = 0")}";
            if (await db.Database.SqlQueryRaw<int>(sql).SingleAsync() is > 0 and var count)
                rows[table.Key] = count;
        }

        return rows;
    });

    private static string Listed(List<Guid> ids) => string.Join(", ", ids.Select(id => $"'{id.ToString().ToUpperInvariant()}'"));
}
