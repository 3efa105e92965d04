using System.Diagnostics;
using Marketplace.Data;
using Marketplace.Data.JobRuns;
using Marketplace.Data.Narrowing;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Jobs.Narrowing;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Marketplace.Tests.Jobs.Narrowing;

/// <summary>What stands in the database comes into the index of every node, over a real SQLite file.</summary>
public sealed class IndexFollowerTests : IDisposable
{
    private readonly TestSite _site = new();
    private readonly NodeIndex _node = new(new InProcessIndex(MatchEngine.Standard), NullLogger<NodeIndex>.Instance);

    public void Dispose()
    {
        _node.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task The_first_question_finds_everybody_who_can_be_compared() => await _site.WithAsync(async db =>
    {
        var index = await _node.CatchUpAsync(db, default);

        var people = await db.People.AsNoTracking().Include(p => p.Capacities).ToListAsync();
        var jobs = await db.Jobs.AsNoTracking().Include(j => j.Tasks).ToListAsync();
        Assert.Equal(people.Where(p => p.IsComparable()).Select(p => KeyValuePair.Create(p.Code, 1L)).OrderBy(p => p.Key), index.Candidates.Revisions().OrderBy(p => p.Key));
        Assert.Equal(jobs.Where(j => j.IsComparable()).Select(j => FromDomain.CodeOf(j.Id)).Order(), index.Jobs.Revisions().Keys.Order());
        Assert.True(index.Candidates.Count >= 50 && index.Jobs.Count > 0);
    });

    [Fact]
    public async Task The_columns_that_an_index_reads_make_the_same_of_everybody_as_the_whole_person() => await _site.WithAsync(async db =>
    {
        var whole = await db.People.AsNoTracking().Include(p => p.Consents).AsSplitQuery().ToDictionaryAsync(p => p.Id);
        var columns = await db.PeopleColumns.ToListAsync();

        Assert.Equal(whole.Keys.Order(), columns.Select(c => c.Id).Order());
        Assert.All(columns, c => Assert.Equivalent(
            CandidateChange.Of(whole[c.Id], whole[c.Id].Revision), CandidateChange.Of(c, c.Revision, FoundConsent.Of(whole[c.Id])), strict: true));
        Assert.All(columns, c => Assert.Equal((whole[c.Id].CapacityLevels, whole[c.Id].Growth, whole[c.Id].IsComplete), (c.CapacityLevels, c.Growth, c.HasAllThatIsCompared())));
    });

    [Fact]
    public async Task Everybody_is_read_with_the_consents_of_the_whole_person() => await _site.WithAsync(async db =>
    {
        var whole = await db.People.AsNoTracking().Include(p => p.Consents).AsSplitQuery().OrderBy(p => p.Id).ToListAsync();
        var index = new InProcessIndex(MatchEngine.Standard);
        index.Candidates.Rebuild(whole.Select(p => CandidateChange.Of(p, p.Revision)));
        var asked = index.Candidates.Rows();

        // The same index, because each gives organisations numbers of its own, and two readers see them in any order.
        using var node = new NodeIndex(index, NullLogger<NodeIndex>.Instance);
        await node.RebuildAsync(db, default);

        Assert.Equal(asked, index.Candidates.Rows());
    });

    [Fact]
    public async Task Packed_a_person_is_the_same_as_in_columns() => await _site.WithAsync(async db =>
    {
        var packed = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Packed);
        foreach (var person in await db.PeopleColumns.ToListAsync())
        {
            var read = PackedPerson.Read(person.Id, person.Revision, person.Code, person.OrganisationId, person.RegionCode, packed[person.Id]);

            Assert.NotNull(read);
            Assert.Equal(PackedPerson.Pack(person), packed[person.Id]);
            Assert.Equal(PackedPerson.Pack(person), PackedPerson.Pack(read));
            Assert.Equal((person.CapacityLevels, person.Growth, person.LastProposedOn), (read.CapacityLevels, read.Growth, read.LastProposedOn));
            var facts = new[] { (IComparedPerson)person, read }.Select(p => CandidateChange.Of(p, p.Revision, FoundConsent.NotAsked)).Select(Sorted).ToList();
            Assert.Equivalent(facts[0], facts[1], strict: true);
        }

        // Lists are sets: their order means nothing.
        static object Sorted(CandidateChange change) => change.Candidate is not { Candidate: var c } ? change.Code : (change.Code, c.Pc4, c.Hours, c.MaxMinutes,
            new[] { c.Dayparts, c.Modes, c.Certificates, c.Exclusions, c.Support, c.Forms, c.Wishes.Sectors, c.Wishes.Tasks, c.Wishes.NotTasks }.Select(l => string.Join(' ', l.Order())).ToList());
    });

    [Fact]
    public async Task Who_was_packed_with_other_lists_or_not_at_all_is_read_from_the_columns() => await _site.WithAsync(async db =>
    {
        var before = (await _node.CatchUpAsync(db, default)).Candidates.Rows();
        await db.Database.ExecuteSqlAsync($"UPDATE People SET Packed = NULL WHERE Id IN (SELECT Id FROM People ORDER BY Id LIMIT 20)");
        await db.Database.ExecuteSqlAsync($"UPDATE People SET Packed = zeroblob({PackedPerson.Size}) WHERE Id IN (SELECT Id FROM People ORDER BY Id LIMIT 20 OFFSET 20)");

        await _node.RebuildAsync(db, default);

        Assert.Equal(before.OrderBy(r => r.Code), (await _node.CatchUpAsync(db, default)).Candidates.Rows().OrderBy(r => r.Code));
    });

    [Fact]
    public async Task A_person_who_does_not_fit_is_not_packed() => await _site.WithAsync(async db =>
    {
        foreach (var change in new FormattableString[]
        {
            $"UPDATE People SET Forms = '[\"vergeten\"]'", $"UPDATE People SET HoursMin = {0.1m}", $"UPDATE People SET Pc4 = '12'",
            $"UPDATE People SET MaxTravelMinutes = 300", $"UPDATE People SET WishedTags = '[\"vergeten\"]'",
        })
        {
            using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync(change);
            Assert.All(await db.PeopleColumns.Take(3).ToListAsync(), p => Assert.Null(PackedPerson.Pack(p)));
            await transaction.RollbackAsync();
        }
    });

    [Fact]
    public async Task A_stored_person_who_cannot_be_read_any_more_keeps_nobody_else_out() => await _site.WithAsync(async db =>
    {
        var before = (await _node.CatchUpAsync(db, default)).Candidates.Revisions();
        var code = (await AnyAsync()).Code;
        await db.Database.ExecuteSqlAsync($"UPDATE People SET Forms = '[\"vergeten\"]', Packed = NULL WHERE Code = {code}");

        await _node.RebuildAsync(db, default);

        var index = await _node.CatchUpAsync(db, default);
        Assert.Equal(before.Keys.Where(k => k != code).Order(), index.Candidates.Revisions().Keys.Order());
    });

    [Fact]
    public async Task A_save_of_another_process_is_in_the_index_within_a_second()
    {
        // Another node on the same file: no signal comes from the site that saves.
        await using var other = _site.WithWebHostBuilder(builder => builder.UseSetting("Index:Follow", "true"));
        using var scope = other.Services.CreateScope();
        var index = await scope.ServiceProvider.GetRequiredService<NodeIndex>().CatchUpAsync(scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>(), default);
        var code = (await AnyAsync()).Code;
        var times = new List<TimeSpan>();
        for (var revision = 2; revision < 7; revision++)
        {
            await ChangeAsync(code, p => p.LastProposedOn = TestSite.SeedDay.AddDays(-revision));
            var watch = Stopwatch.StartNew();
            while (index.Candidates.Revisions()[code] < revision && watch.Elapsed < TimeSpan.FromSeconds(30))
                await Task.Delay(10, TestContext.Current.CancellationToken);
            Assert.Equal(revision, index.Candidates.Revisions()[code]);
            times.Add(watch.Elapsed);
        }

        // The machine of a test may stand still for a moment; the program does not.
        Assert.True(times.Min() < TimeSpan.FromSeconds(1), string.Join(' ', times));
    }

    [Fact]
    public async Task A_change_that_is_committed_after_one_with_a_higher_number_is_found()
    {
        await CaughtUpAsync();
        var (first, second) = await TwoAsync();
        await ChangeAsync(first, p => p.LastProposedOn = TestSite.SeedDay);
        var number = await _site.WithAsync(db => db.LastIndexChangeAsync(default));
        await _site.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE IndexChanges SET Id = {number + 500} WHERE Id = {number}"));
        Assert.Equal(2, (await CaughtUpAsync()).Candidates.Revisions()[first]);

        await ChangeAsync(second, p => p.LastProposedOn = TestSite.SeedDay);
        await _site.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE IndexChanges SET Id = {number} WHERE Id = {number + 501}"));

        Assert.Equal(2, (await CaughtUpAsync()).Candidates.Revisions()[second]);
    }

    [Fact]
    public async Task Who_looks_again_reads_one_number_and_nothing_changes()
    {
        await ChangeAsync((await AnyAsync()).Code, p => p.LastProposedOn = TestSite.SeedDay);
        var before = (await CaughtUpAsync()).Candidates.Revisions();
        _site.ForgetSql();

        Assert.Equal(before.OrderBy(p => p.Key), (await CaughtUpAsync()).Candidates.Revisions().OrderBy(p => p.Key));
        Assert.Single(_site.Sql);
        await _site.WithAsync(db => _node.RebuildAsync(db, default));
        Assert.Equal(before.OrderBy(p => p.Key), (await CaughtUpAsync()).Candidates.Revisions().OrderBy(p => p.Key));
    }

    [Fact]
    public async Task Who_is_removed_or_said_stop_is_gone_and_who_says_yes_again_is_back()
    {
        var (viewer, person) = (new Viewer(TestSite.SeedDay, "drechtsteden", null), await AnyAsync());
        var question = new CandidateQuestion(MatchEngine.Standard.Compile((await JobAsync()).ToMatchJob())) { Viewer = viewer, Take = int.MaxValue };
        Assert.Contains(person.Code, await FittingAsync());

        await ChangeAsync(person.Code, p => StopConsent.Everything(p, [], [], _site.Now));
        Assert.DoesNotContain(person.Code, await FittingAsync());
        await ChangeAsync(person.Code, p => p.Give(ConsentPurpose.Found, null, ConsentWay.Telephone, false, "", _site.Now));
        Assert.Contains(person.Code, await FittingAsync());

        await AddTwinAsync("K-00000", person);
        Assert.Contains("K-00000", await FittingAsync());
        await _site.WithAsync(async db =>
        {
            db.Remove(await db.People.Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().SingleAsync(p => p.Code == "K-00000"));
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("K-00000", await FittingAsync());

        async Task<IEnumerable<string>> FittingAsync() => (await (await CaughtUpAsync()).SearchAsync(question, default)).Listed.Select(h => h.Code);
    }

    [Fact]
    public async Task A_job_follows_its_state_and_its_tasks()
    {
        var job = await JobAsync();
        var code = FromDomain.CodeOf(job.Id);
        Assert.Equal(1, (await CaughtUpAsync()).Jobs.Revisions()[code]);

        await _site.WithAsync(async db =>
        {
            (await db.WorkTasks.FirstAsync(t => t.JobId == job.Id)).Demands = Levels.None;
            await db.SaveChangesAsync();
        });
        Assert.Equal(2, (await CaughtUpAsync()).Jobs.Revisions()[code]);

        await _site.WithAsync(async db =>
        {
            (await db.Jobs.Include(j => j.Tasks).SingleAsync(j => j.Id == job.Id)).Fill(_site.Now);
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain(code, (await CaughtUpAsync()).Jobs.Revisions().Keys);
    }

    [Fact]
    public async Task Two_nodes_follow_the_same_rows_each_at_its_own_pace()
    {
        using var late = new NodeIndex(new InProcessIndex(MatchEngine.Standard), NullLogger<NodeIndex>.Instance);
        await _site.WithAsync(db => late.CatchUpAsync(db, default));
        await CaughtUpAsync();
        var (first, second) = await TwoAsync();
        await ChangeAsync(first, p => p.LastProposedOn = TestSite.SeedDay);
        Assert.Equal(2, (await CaughtUpAsync()).Candidates.Revisions()[first]);
        await ChangeAsync(second, p => p.LastProposedOn = TestSite.SeedDay);
        await CaughtUpAsync();

        var index = await _site.WithAsync(db => late.CatchUpAsync(db, default));

        Assert.Equal((2, 2), (index.Candidates.Revisions()[first], index.Candidates.Revisions()[second]));
    }

    [Fact]
    public async Task While_it_is_made_anew_every_question_gets_a_whole_answer()
    {
        var question = new CandidateQuestion(MatchEngine.Standard.Compile((await JobAsync()).ToMatchJob()));
        var expected = (await (await CaughtUpAsync()).SearchAsync(question, default)).Bands;
        using var ended = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var asked = 0;
            for (; !ended.IsCancellationRequested || asked == 0; asked++)
                Assert.Equal(expected, (await (await CaughtUpAsync()).SearchAsync(question, default)).Bands);
            return asked;
        })).ToList();

        for (var i = 0; i < 5; i++)
            await _site.WithAsync(db => _node.RebuildAsync(db, default));
        await ended.CancelAsync();

        Assert.All(await Task.WhenAll(readers), asked => Assert.True(asked > 0));
    }

    [Fact]
    public async Task Drift_is_repaired_by_the_nightly_job_and_every_other_node_looks_too()
    {
        var (first, second) = await TwoAsync();
        var node = _site.Services.GetRequiredService<NodeIndex>();
        var index = await _site.WithAsync(db => node.CatchUpAsync(db, default));
        await CaughtUpAsync();
        Assert.Equal(0, await _site.RunJobAsync(nameof(IndexDrift)));
        index.Candidates.Apply([new CandidateChange(first, 7, null)]);
        index.Candidates.Apply([Ghost(await AnyAsync(second))]);
        index.Jobs.Apply([new JobChange(FromDomain.CodeOf((await JobAsync()).Id), 7, null)]);

        Assert.Equal(3, await _site.RunJobAsync(nameof(IndexDrift)));

        var repaired = await _site.WithAsync(db => node.CatchUpAsync(db, default));
        Assert.Equal((1, false), (repaired.Candidates.Revisions()[first], repaired.Candidates.Revisions().ContainsKey("K-99998")));
        Assert.Equal(0, await _site.RunJobAsync(nameof(IndexDrift)));
        Assert.False(_node.TakeCheckAsked());
        await CaughtUpAsync();
        Assert.True(_node.TakeCheckAsked());
        Assert.False(_node.TakeCheckAsked());
    }

    [Fact]
    public async Task A_node_that_is_asked_to_look_writes_down_what_it_repaired()
    {
        await using var other = _site.WithWebHostBuilder(builder => builder.UseSetting("Index:Follow", "true"));
        using var scope = other.Services.CreateScope();
        var node = scope.ServiceProvider.GetRequiredService<NodeIndex>();
        var code = (await AnyAsync()).Code;
        (await node.CatchUpAsync(scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>(), default)).Candidates.Apply([new CandidateChange(code, 7, null)]);

        await _site.RunJobAsync(nameof(IndexDrift));

        List<JobRun> runs = [];
        for (var tries = 0; tries < 200 && runs.Count == 0; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            runs = await _site.WithAsync(db => db.JobRuns.AsNoTracking().Where(r => r.Name == nameof(IndexDrift) && r.Handled > 0).ToListAsync());
        }

        Assert.Equal(1, Assert.Single(runs).Handled);
    }

    [Fact]
    public async Task A_node_that_slept_until_its_rows_were_gone_reads_everything_again()
    {
        await CaughtUpAsync();
        var (first, second) = await TwoAsync();
        await ChangeAsync(first, p => p.LastProposedOn = TestSite.SeedDay);
        await _site.WithAsync(async db =>
        {
            await db.IndexChanges.ExecuteDeleteAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE sqlite_sequence SET seq = 9000 WHERE name = 'IndexChanges'");
        });
        await ChangeAsync(second, p => p.LastProposedOn = TestSite.SeedDay);

        var revisions = (await CaughtUpAsync()).Candidates.Revisions();

        Assert.Equal((2, 2), (revisions[first], revisions[second]));
        await ChangeAsync(first, p => p.LastProposedOn = null);
        Assert.Equal(3, (await CaughtUpAsync()).Candidates.Revisions()[first]);
    }

    [Fact]
    public async Task Old_rows_go_but_not_the_last_thousand() => await _site.WithAsync(async db =>
    {
        db.IndexChanges.AddRange(Enumerable.Range(0, 2000).Select(_ => new IndexChange { Root = IndexedRoot.Everything, EntityId = Guid.Empty, Code = "", Revision = 0, At = _site.Now.At }));
        await db.SaveChangesAsync();
        var last = await db.LastIndexChangeAsync(default);

        Assert.Equal(0, await db.ForgetIndexChangesAsync(_site.Now.At.AddDays(-7), default));
        Assert.Equal(last - IndexChangeQueries.LookBack, await db.ForgetIndexChangesAsync(_site.Now.At.AddDays(7), default));
        Assert.Equal(IndexChangeQueries.LookBack, await db.IndexChanges.CountAsync());
    });

    /// <summary>Somebody who is in no database.</summary>
    private static CandidateChange Ghost(Person like)
    {
        var indexed = CandidateChange.Of(like, 1).Candidate!;
        return new CandidateChange("K-99998", 1, indexed with { Candidate = indexed.Candidate with { Code = "K-99998" } });
    }

    private Task<InProcessIndex> CaughtUpAsync() => _site.WithAsync(db => _node.CatchUpAsync(db, default));

    private Task<Job> JobAsync() => _site.WithAsync(db => db.Jobs.AsNoTracking().Include(j => j.Tasks).SingleAsync(j => j.Title == "Medewerker retouren"));

    /// <summary>Somebody with consent to be found who fits the job.</summary>
    private async Task<Person> AnyAsync(string? code = null)
    {
        var job = (await JobAsync()).ToMatchJob();
        var people = await _site.WithAsync(db => db.People.AsNoTracking().Include(p => p.Consents).OrderBy(p => p.Code).ToListAsync());
        return people.First(p => (code is null || p.Code == code) && p.IsComparable() && FoundConsent.Of(p).HoldsOn(TestSite.SeedDay)
            && (code is not null || MatchEngine.Standard.Match(p.ToCandidate(), job).Verdict != Verdict.NoFit));
    }

    private async Task<(string First, string Second)> TwoAsync()
    {
        var people = await _site.WithAsync(db => db.People.AsNoTracking().Include(p => p.Consents).OrderBy(p => p.Code).ToListAsync());
        var codes = people.Where(p => p.IsComparable() && FoundConsent.Of(p).HoldsOn(TestSite.SeedDay)).Select(p => p.Code).Take(2).ToList();
        return (codes[0], codes[1]);
    }

    private Task ChangeAsync(string code, Action<Person> change) => _site.WithAsync(async db =>
    {
        change(await db.People.Include(p => p.Consents).SingleAsync(p => p.Code == code));
        await db.SaveChangesAsync();
    });

    private Task AddTwinAsync(string code, Person person) => _site.WithAsync(async db =>
    {
        var twin = new Person(code, person.OrganisationId, person.RegionCode, person.ConsultantId, person.Pc4, _site.Now);
        twin.SetTimes(person.HoursMin!.Value, person.HoursWish!.Value, person.HoursMax!.Value, person.AvailableDayparts);
        twin.SetTravel(person.Modes, person.MaxTravelMinutes!.Value);
        twin.SetSupport([], person.BringsAlong, person.Certificates, person.Exclusions);
        twin.SetWishes(person.Forms, person.WishedSectors, person.WishedTags, person.UnwantedTags, person.Growth);
        foreach (var (dimension, level) in person.CapacityLevels.Known)
            twin.SetCapacity(dimension, level, CapacitySource.Conversation, _site.Now);
        twin.Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", _site.Now);
        db.Add(twin);
        await db.SaveChangesAsync();
    });
}
