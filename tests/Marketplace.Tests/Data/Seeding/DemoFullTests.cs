using System.Globalization;
using System.Net;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.People;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Data.Proposals;
using Marketplace.Data.Seeding;
using Marketplace.Data.Work;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching.Geo;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Data.Seeding;

/// <summary>The whole demo region and the second one beside it, seeded once for these tests.</summary>
public sealed class FullDemo : IAsyncLifetime
{
    public TestSite Site { get; } = new("Staging", empty: true);

    public async ValueTask InitializeAsync()
    {
        Assert.True(await SeedAsync(Site, demo => demo.SeedWhenEmptyAsync(DemoSize.Full, TestContext.Current.CancellationToken)));
        Assert.True(await SeedAsync(Site, demo => demo.SeedParkstadAsync(TestContext.Current.CancellationToken)));
    }

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    internal static async Task<bool> SeedAsync(TestSite site, Func<Marketplace.Data.Seeding.DemoRegion, Task<bool>> seed)
    {
        using var scope = site.Services.CreateScope();
        return await seed(scope.ServiceProvider.GetRequiredService<Marketplace.Data.Seeding.DemoRegion>());
    }
}

/// <summary>demo.md: how much there is, in what words, every hard case, a year of history, and two regions that see nothing of each other.</summary>
public sealed class DemoFullTests(FullDemo demo) : IClassFixture<FullDemo>
{
    private const string Here = "drechtsteden";
    private const string There = "parkstad";

    private readonly TestSite _site = demo.Site;

    [Fact]
    public Task The_region_has_150_posters_500_tasks_and_900_people() => _site.WithAsync(async db =>
    {
        var posters = await PostersAsync(db, Here);
        Assert.Equal(150, posters.Count);
        Assert.All(posters, p => Assert.InRange(p.Tasks.Count, 3, 8));
        Assert.InRange(posters.Sum(p => p.Tasks.Count), 500, 560);
        Assert.Equal(900, await db.People.CountAsync(p => p.RegionCode == Here));
        Assert.All(await PostersAsync(db, There), p => Assert.InRange(p.Tasks.Count, 3, 8));
        Assert.Equal(120, await db.People.CountAsync(p => p.RegionCode == There));
    });

    [Fact]
    public Task The_branches_are_those_of_the_contract() => _site.WithAsync(async db =>
    {
        var posters = await PostersAsync(db, Here);
        Assert.Equal(
            "care 18, cleaning 6, community 8, construction 12, education 7, food 5, garage 6, green 8, hospitality 10, industry 26, logistics 18, office 5, retail 16, watersport 5",
            string.Join(", ", posters.CountBy(p => p.Sector).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} {s.Value}")));
    });

    [Fact]
    public Task No_two_posters_and_no_two_people_have_the_same_name() => _site.WithAsync(async db =>
    {
        var names = await db.Organisations.Select(o => o.Name).ToListAsync();
        Assert.DoesNotContain(names.CountBy(n => n, StringComparer.OrdinalIgnoreCase), n => n.Value > 1);
        Assert.DoesNotContain(names, n => n.Any(char.IsAsciiDigit));

        using var scope = _site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Program;
        var ids = await db.People.Where(p => p.RegionCode == Here).Select(p => p.Id).ToListAsync();
        var known = await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync(ids, "test", TestContext.Current.CancellationToken);
        Assert.Equal(900, known.Count);

        // One person is registered twice on purpose.
        Assert.Single(known.Values.CountBy(p => (p.FirstName, p.LastName, p.BirthDate)), n => n.Value > 1);
    });

    [Fact]
    public Task Tasks_and_jobs_are_short_Dutch_and_seldom_the_same() => _site.WithAsync(async db =>
    {
        var tasks = await db.WorkTasks.Select(t => t.Name).ToListAsync();
        var titles = await db.Jobs.Select(j => j.Title).ToListAsync();
        var doneBy = await db.WorkTasks.Select(t => t.DoneBy).Distinct().ToListAsync();
        var notes = await db.People.Select(p => p.StaffNote).ToListAsync();
        Assert.Empty(tasks.Concat(titles).Concat(doneBy).Concat(notes).Distinct().SelectMany(
            text => DemoContentTests.Forbidden.Where(word => DemoContentTests.Holds(text, word)).Select(word => $"{word}: {text}")));
        Assert.All(tasks, text =>
        {
            Assert.InRange(text.Split(' ').Length, 2, 15);
            Assert.Matches(@"^\p{Lu}[^0-9.]*$", text);
        });
        Assert.All(notes, note => Assert.InRange(note.Split(' ').Length, 4, 20));
        Assert.True(tasks.Distinct().Count() >= 400, $"{tasks.Distinct().Count()} different tasks");
        Assert.All(tasks.CountBy(t => t), t => Assert.True(t.Value <= 4, t.Key));
        Assert.DoesNotContain(tasks.Distinct().Concat(titles), text => TextGuard.Check(text, [], []).Count > 0);
    });

    [Fact]
    public Task Everything_stands_on_postcodes_of_its_region() => _site.WithAsync(async db =>
    {
        foreach (var (region, places) in new[] { (Here, "Zuid-Holland"), (There, "Limburg") })
        {
            var postcodes = await db.People.Where(p => p.RegionCode == region).Select(p => p.Pc4)
                .Concat(db.Organisations.Where(o => o.Regions.Any(r => r.RegionCode == region)).SelectMany(o => o.Sites).Select(s => s.Pc4)).Distinct().ToListAsync();
            Assert.All(postcodes, pc4 => Assert.True(Geography.Netherlands.TryGet(pc4, out _), pc4));
            Assert.All(postcodes, pc4 => Assert.Matches(places == "Limburg" ? "^(59|6[1-4])" : "^(29|33)", pc4));
        }
    });

    [Fact]
    public Task The_history_goes_back_a_year() => _site.WithAsync(async db =>
    {
        var proposed = await db.Proposals.Select(p => p.ProposedOn).ToListAsync();
        Assert.True(proposed.Min() < TestSite.SeedDay.AddDays(-300), $"{proposed.Min()}");
        Assert.True(proposed.Select(p => (p.Year, p.Month)).Distinct().Count() >= 11);
        Assert.True(proposed.Count >= 150, $"{proposed.Count} proposals");
        Assert.Equal(Enum.GetValues<PlacementState>(), (await db.Placements.Select(p => p.State).Distinct().ToListAsync()).Order());
        Assert.True(await db.Placements.CountAsync() >= 50, $"{await db.Placements.CountAsync()} placements");
        var filled = await db.Jobs.Where(j => j.State == JobState.Filled).Select(j => j.Id).ToListAsync();
        var working = await db.Placements.Where(p => p.State == PlacementState.Running || p.State == PlacementState.Agreed).Select(p => p.JobId).ToListAsync();
        Assert.Empty(filled.Except(working.OfType<Guid>()));
        var moments = (await db.Introductions.Select(i => i.PlannedAt).ToListAsync()).OfType<DateTime>();
        Assert.True(moments.Count() >= 30);
    });

    [Fact]
    public Task Work_and_proposals_that_wait_keep_the_limits() => _site.WithAsync(async db =>
    {
        var waiting = await db.Proposals.Where(p => p.State == ProposalState.Proposed).ToListAsync();
        Assert.All(waiting.CountBy(p => p.JobId), j => Assert.InRange(j.Value, 1, Proposal.MostPerJob));
        Assert.Equal(waiting.Count, waiting.DistinctBy(p => (p.JobId, p.PersonId)).Count());
        var open = await db.Jobs.Where(j => j.State == JobState.Open).Select(j => j.Id).ToListAsync();
        Assert.Empty(waiting.Select(p => p.JobId).Except(open));
        Assert.All(waiting, p => Assert.True(p.ProposedOn > TestSite.SeedDay.AddDays(-22)));
    });

    [Fact]
    public Task Two_regions_see_nothing_of_each_other() => _site.WithAsync(async db =>
    {
        var regionOf = await db.Organisations.Include(o => o.Regions).ToDictionaryAsync(o => o.Id, o => o.Regions.Single().RegionCode);
        var actors = await ActorsAsync(db);
        Assert.Equal([Here, There], actors.SelectMany(a => a.Regions).Distinct().Order());
        var roles = new Dictionary<(string Region, Role Role), int>();
        foreach (var actor in actors)
        {
            var region = Assert.Single(actor.Regions);
            var jobs = await db.Jobs.VisibleTo(actor).Select(j => j.RegionCode).ToListAsync();
            var tasks = await db.WorkTasks.VisibleTo(actor).Select(t => t.OrganisationId).ToListAsync();
            var people = await db.People.VisibleTo(actor, TestSite.SeedDay).Select(p => p.RegionCode).ToListAsync();
            var proposals = await db.ProposalsVisibleTo(actor).Select(p => p.OrganisationId).ToListAsync();
            var placements = await db.PlacementsVisibleTo(actor).Select(p => p.EmployerId).ToListAsync();
            Assert.All(jobs.Concat(people), code => Assert.Equal(region, code));
            Assert.All(tasks.Concat(proposals).Concat(placements), id => Assert.Equal(region, regionOf[id]));
            var role = (region, actor.Role!.Value);
            roles[role] = roles.GetValueOrDefault(role) + jobs.Count + tasks.Count + people.Count + proposals.Count + placements.Count;
        }

        // The test would say nothing when nobody saw anything.
        foreach (var region in new[] { Here, There })
            Assert.All(new[] { Role.Employer, Role.EmployerAdviser, Role.Consultant, Role.JobCoach }, role => Assert.True(roles[(region, role)] > 0, $"{region} {role}"));
    });

    [Fact]
    public async Task A_job_coach_of_one_region_opens_no_page_of_the_other()
    {
        await using var site = new TestSite();
        Assert.True(await FullDemo.SeedAsync(site, d => d.SeedParkstadAsync(TestContext.Current.CancellationToken)));
        var jobs = await site.WithAsync(db => db.Jobs.Where(j => j.State == JobState.Open).Select(j => new { j.Id, j.RegionCode }).ToListAsync());
        foreach (var (account, own, other) in new[] { ("jobcoach", Here, There), ("parkstad.jobcoach", There, Here) })
        {
            var visitor = await site.SignedInAsync(account);
            await visitor.OpenAsync($"/functies/{jobs.First(j => j.RegionCode == own).Id}/kandidaten");
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            await visitor.OpenAsync($"/functies/{jobs.First(j => j.RegionCode == other).Id}/kandidaten");
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        }
    }

    [Fact]
    public async Task The_same_day_gives_the_same_rows_of_both_regions()
    {
        Assert.SkipUnless(LongRun.IsOn, "Makes both regions a second time: ./test --long");
        await using var again = new FullDemo();
        await again.InitializeAsync();

        Assert.Equal(await DemoRegionTests.RowsAsync(_site), await DemoRegionTests.RowsAsync(again.Site));
    }

    [Fact]
    public async Task A_region_is_seeded_once_and_the_first_one_only_when_nothing_is_there()
    {
        Assert.False(await FullDemo.SeedAsync(_site, d => d.SeedParkstadAsync(TestContext.Current.CancellationToken)));
        Assert.False(await FullDemo.SeedAsync(_site, d => d.SeedWhenEmptyAsync(DemoSize.Full, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public Task A_request_came_on_a_Friday_evening() => _site.WithAsync(async db =>
    {
        var posted = await db.Jobs.Where(j => j.State == JobState.Open).Join(db.History, j => j.Id, h => h.EntityId, (j, h) => h.At).ToListAsync();
        var evening = posted.Select(at => DutchCalendar.Local(at)).Where(at => at is { DayOfWeek: DayOfWeek.Friday, Hour: >= 18 });
        Assert.NotEmpty(evening);
    });

    [Fact]
    public Task An_employer_is_approached_by_two_parties() => _site.WithAsync(async db =>
    {
        var waiting = await db.Proposals.Where(p => p.State == ProposalState.Proposed).Select(p => new { p.OrganisationId, p.CoachOrganisationId }).ToListAsync();
        Assert.Contains(waiting.GroupBy(p => p.OrganisationId), g => g.Select(p => p.CoachOrganisationId).Distinct().Count() > 1);
    });

    [Fact]
    public Task An_employer_has_people_of_three_municipalities() => _site.WithAsync(async db =>
    {
        var working = await db.Placements.Where(p => p.State == PlacementState.Running).Join(db.People, x => x.PersonId, p => p.Id, (x, p) => new { x.EmployerId, p.Pc4 }).ToListAsync();
        Assert.Contains(working.GroupBy(p => p.EmployerId), g => g.Select(p => Geography.Netherlands.Of(p.Pc4).Place).Distinct().Count() >= 3);
    });

    [Fact]
    public Task A_subsidy_stops_in_January() => _site.WithAsync(async db =>
    {
        var ends = (await db.Placements.Where(p => p.State == PlacementState.Running).ToListAsync()).Where(p => p.Terms is { SubsidyReviewOn: { Month: 1 } review } && p.Terms.End == review);
        Assert.NotEmpty(ends);
    });

    [Fact]
    public Task Somebody_refused_and_somebody_withdrew() => _site.WithAsync(async db =>
    {
        Assert.True(await db.Proposals.AnyAsync(p => p.State == ProposalState.NotForThisJob));
        Assert.True(await db.Proposals.AnyAsync(p => p.State == ProposalState.Withdrawn));
    });

    [Fact]
    public Task Somebody_has_WW_that_ends_in_February() => _site.WithAsync(async db =>
    {
        var standings = await db.Standings.ToListAsync();
        Assert.Contains(standings, s => s.Statuses.Contains("WW") && s.StatementUntil == new DateOnly(2027, 2, 28));
    });

    [Fact]
    public Task People_of_the_written_region_are_there_too() => _site.WithAsync(async db =>
    {
        var people = await db.People.Include(p => p.Consents).AsSplitQuery().ToListAsync();
        var standings = await db.Standings.ToDictionaryAsync(s => s.Id);

        // A pupil with a parent beside, somebody without benefit, school hours, 63 and staying, an unrecognised diploma.
        Assert.Contains(people, p => p.Consents.Any(c => c.RepresentativeBeside));
        Assert.Contains(standings.Values, s => s.Statuses.Contains("PW_NUG"));
        Assert.Contains(people, p => p.StaffNote.Contains("tussen 9 en 14 uur", StringComparison.Ordinal));
        Assert.Contains(people, p => p.StaffNote.StartsWith("Weet van schepen", StringComparison.Ordinal));
        Assert.Contains(people, p => p.StaffNote.StartsWith("Ervaren met metaal", StringComparison.Ordinal) && p.Growth.Count > 0);

        // Not spoken to for fourteen months, with a profile of that time.
        Assert.Contains(people, p => p.LastReviewOn <= TestSite.SeedDay.AddMonths(-13));
    });

    [Fact]
    public Task Work_that_stands_still_is_there_too() => _site.WithAsync(async db =>
    {
        var placements = await db.Placements.ToListAsync();

        // A secondment since 2024 without a step, and a participation place in its 45th month.
        Assert.Contains(placements, p => p.Terms.Form == Forms.Secondment && p.Terms.Start.Year == 2024 && p.State == PlacementState.Running);
        Assert.Contains(placements, p => p.Terms.Form == Forms.ParticipationPlace && p.Terms.Start.AddMonths(44) <= TestSite.SeedDay && p.State == PlacementState.Running);

        // An employer that stopped with three placements, and a place that a municipality pays itself.
        Assert.Contains(
            placements.Where(p => p.StoppedBecause == StopReason.WorkWasDone).GroupBy(p => (p.EmployerId, p.LastDay)), g => g.Count() == 3);
        var municipalities = await db.Organisations.Where(o => o.Kind == OrganisationKind.Municipality).Select(o => o.Id).ToListAsync();
        Assert.Contains(placements, p => municipalities.Contains(p.FormalEmployerId) && p.Terms.Subsidy == SubsidyKind.None && p.State == PlacementState.Running);
    });

    [Fact]
    public Task Two_people_have_a_coach_who_left() => _site.WithAsync(async db =>
    {
        var gone = await db.Users.Where(u => u.LockoutEnd != null).SingleAsync();
        Assert.Equal(2, await db.Placements.Where(p => p.CoachId == gone.Id && p.State == PlacementState.Running).Select(p => p.PersonId).Distinct().CountAsync());
    });

    [Fact]
    public Task The_unit_is_overbooked_in_week_50() => _site.WithAsync(async db =>
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(2026, 50, DayOfWeek.Monday));
        var places = (await db.Placements.Where(p => p.State == PlacementState.Running || p.State == PlacementState.Agreed).ToListAsync())
            .Where(p => p.Terms.Start <= monday && (p.Terms.End is null || p.Terms.End >= monday.AddDays(6)));
        var jobs = await db.Jobs.Include(j => j.Tasks).ToDictionaryAsync(j => j.Id);
        Assert.Contains(
            places.Where(p => p.JobId is not null).GroupBy(p => p.JobId!.Value),
            g => g.Count() == 4 && g.Sum(p => p.Terms.HoursPerWeek) * 60 > jobs[g.Key].Tasks.Sum(t => t.Rhythm.MinutesPerWeek));
    });

    [Fact]
    public Task Reminders_are_late_because_a_coach_was_ill() => _site.WithAsync(async db =>
    {
        var coach = await db.Users.Where(u => u.Email == "l.smit@demo.example").SingleAsync();
        var late = await (
            from p in db.Placements
            where p.CoachId == coach.Id && p.State == PlacementState.Running
            join r in db.Reminders on p.Id equals r.PlacementId
            where r.LegalDate < TestSite.SeedDay.AddDays(-21) && (r.State == ReminderState.Planned || r.State == ReminderState.Due)
            select r).ToListAsync();
        Assert.True(late.Where(r => r.IsTalk).Select(r => r.PlacementId).Distinct().Count() >= 2, $"{late.Count} late");
    });

    private static async Task<List<(string Sector, List<string> Tasks)>> PostersAsync(MarketplaceDbContext db, string region)
    {
        var posters = await db.Organisations.Where(o => o.Regions.Any(r => r.RegionCode == region))
            .Select(o => new { o.Sector, Tasks = db.WorkTasks.Where(t => t.OrganisationId == o.Id).Select(t => t.Name).ToList() }).ToListAsync();

        // Tasks of a scan that is not finished are no posted work.
        return [.. posters.Where(p => p.Tasks.Count > 0).Select(p => (p.Sector ?? "", p.Tasks))];
    }

    private static async Task<List<Actor>> ActorsAsync(MarketplaceDbContext db)
    {
        var members = await db.Memberships.ToListAsync();
        var users = await db.Users.ToDictionaryAsync(u => u.Id);
        var organisations = await db.Organisations.Include(o => o.Regions).ToDictionaryAsync(o => o.Id);
        return [.. members.Select(m => new Actor(
            m.UserId, users[m.UserId].DisplayName, m.OrganisationId, organisations[m.OrganisationId].Name, m.Role, m.IsManager,
            [.. organisations[m.OrganisationId].Regions.Select(r => r.RegionCode)]))];
    }
}
