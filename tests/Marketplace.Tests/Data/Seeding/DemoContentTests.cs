using System.Text.RegularExpressions;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Geo;
using Xunit;

namespace Marketplace.Tests.Data.Seeding;

public sealed class DemoContentTests
{
    /// <summary>ux.md §5: never on screen.</summary>
    internal static readonly string[] Forbidden =
    [
        "baas", "gewone baan", "normaal werk", "parkeergevaar", "geparkeerd", "prop", "mand", "afgewezen", "weigert", "no-show", "uitval",
        "afstand tot de arbeidsmarkt", "moeilijk plaatsbaar", "kansarm", "niet-kunner", "niet-willer", "klantprofiel", "granieten bestand",
        "bakken", "kaartenbak", "loonwaarde", "niveau", "capaciteit", "beschut", "banenafspraak", "tegenprestatie", "maatregel",
        "verwijtbaar", "u betaalt", "passend werk", "conform", "middels", "dient te", "inzake", "teneinde", "jobcarving",
    ];

    private static readonly string[] AlwaysNonProfit = ["municipality", "school", "welfare-partner", "association"];
    private static readonly string[] PostsEveryForm = ["social-enterprise", "cooperative", "municipality"];
    private static readonly string[] OnlyThere = ["sheltered", "secondment", "participation-place", "day-activity", "basic-job"];
    private static readonly string[] Paid = ["regular", "secondment", "sheltered"];

    private static readonly string[] JobReasons =
        ["filled", "times", "no-supervisor", "tasks-changed", "waiting", "call-me"];

    private static readonly string[] StopReasons =
        ["work-was-done", "tasks", "hours", "travel", "next-step", "rather-not-say"];

    private static readonly string[] StatusCodes =
        ["LKS_DOELGROEP", "DGR_PW", "PW_BIJSTAND", "PW_NUG", "BESCHUT", "WAJONG_ARB", "WSW_BW", "WIA_WAO", "AO_LT35", "WW"];

    private static IReadOnlyList<Example> Examples => DemoContent.Examples;

    private static DemoRegion Region => DemoContent.Region;

    [Fact]
    public void The_catalogue_holds_the_25_carved_tasks_and_ten_or_more_besides_of_every_sector()
    {
        Assert.Equal(Enumerable.Range(1, 25), Examples.Select(e => e.Number).OfType<int>().Order());
        Assert.Equal(Examples.Count, Examples.Select(e => e.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Examples.Count, Examples.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(CodeLists.Sectors.Codes, sector => Assert.InRange(Examples.Count(e => e.Sector == sector && e.Number is null), 10, 20));
    }

    [Fact]
    public void The_program_reads_every_example_of_the_catalogue()
    {
        Assert.Equal(Examples.Select(e => e.Code), TaskExamples.All.Select(e => e.Code));
        Assert.All(Examples, e => Assert.Equal(new Levels(e.Demands), TaskExamples.Find(e.Code)!.Demands));
        Assert.Equal(300, TaskExamples.Find("retouren-sorteren")!.Rhythm.MinutesPerWeek);
    }

    [Fact]
    public void Every_example_uses_codes_of_the_lists_and_asks_at_least_six_things()
    {
        Assert.All(Examples, e =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", e.Code);
            Assert.True(CodeLists.Sectors.Contains(e.Sector), e.Sector);
            Assert.NotEmpty(e.Tags);
            AllIn(CodeLists.Tags, e.Tags);
            AllIn(CodeLists.Circumstances, e.Circumstances);
            AllIn(CodeLists.Certificates, e.Certificates);
            Assert.InRange(e.Demands.Count, 6, 32);
            Assert.All(e.Demands, d =>
            {
                Assert.True(Dimensions.TryGet(d.Key, out _), d.Key);
                Assert.InRange(d.Value, 1, 3);
            });
            IsFrequency(e.Times, e.Per, e.DaysPerWeek, e.Minutes);
            IsSeason(e.Season);
        });
    }

    [Fact]
    public void Names_of_tasks_are_short_sentences()
    {
        Assert.All(Examples, e =>
        {
            Assert.InRange(e.Name.Split(' ').Length, 2, 15);
            Assert.InRange(e.Short.Length, 5, 40);
            Assert.True(char.IsUpper(e.Name[0]) && char.IsUpper(e.Short[0]), e.Code);
            Assert.False(e.Name.EndsWith('.') || e.Short.EndsWith('.'), e.Code);
        });
        Assert.All(Region.Jobs, j => Assert.InRange(j.Title.Split(' ').Length, 2, 15));
    }

    [Fact]
    public void No_text_holds_a_word_that_is_never_on_screen()
    {
        var texts = Examples.SelectMany(e => new[] { e.Name, e.Short, e.DoneBy })
            .Concat(Region.Tasks.Select(t => t.DoneBy ?? ""))
            .Concat(Region.Jobs.Select(j => j.Title))
            .Concat(Region.People.Select(p => p.StaffNote))
            .Concat(Region.Organisations.SelectMany(o => new[] { o.Name, o.Size }));
        var found = texts.SelectMany(text => Forbidden.Where(word => Holds(text, word)).Select(word => $"{word}: {text}"));

        Assert.Empty(found);
    }

    [Fact]
    public void The_search_for_forbidden_words_looks_at_whole_words()
    {
        Assert.True(Holds("Hij heeft een gewone baan.", "gewone baan"));
        Assert.False(Holds("Prullenbakken legen", "bakken"));
    }

    [Fact]
    public void Every_postcode_exists_and_stands_in_its_place()
    {
        Assert.All(Region.Organisations, o => Assert.Equal(Geography.Netherlands.Of(o.Pc4).Place, o.Place));
        var others = Region.Jobs.SelectMany(j => new[] { j.Pc4, j.PickUpPc4 }).OfType<string>().Concat(Region.People.Select(p => p.Pc4));
        Assert.All(others, pc4 => Assert.True(Geography.Netherlands.TryGet(pc4, out _), pc4));
        Assert.Equal(3, Region.People.Select(p => Geography.Netherlands.Of(p.Pc4).Bank).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void Organisations_are_invented_and_complete()
    {
        Unique(Region.Organisations.Select(o => o.Key));
        Unique(Region.Organisations.Select(o => o.Name));
        Unique(Region.Organisations.Select(o => o.Email));
        Assert.All(Region.Organisations, o =>
        {
            Assert.Contains(o.Kind, new[] { "company", "association", "municipality", "wsp", "school", "jobcoach-agency", "welfare-partner", "cooperative", "social-enterprise" });
            Assert.True(CodeLists.Sectors.Contains(o.Sector), o.Sector);
            Assert.True(o.IsNonProfit || !AlwaysNonProfit.Contains(o.Kind), o.Key);
            Assert.EndsWith("@demo.example", o.Email, StringComparison.Ordinal);
            Assert.StartsWith("078 000 00 ", o.Phone, StringComparison.Ordinal);
        });
        Assert.All(Region.People, p => Assert.True(p.Email is null || p.Email.EndsWith("@demo.example", StringComparison.Ordinal)));
        Assert.All(Region.People, p => Assert.StartsWith("06 0000 0", p.Phone, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_poster_has_three_to_eight_tasks_and_the_25_all_occur()
    {
        var posters = Region.Tasks.GroupBy(t => t.Organisation).ToList();
        Assert.All(posters, p => Assert.InRange(p.Count(), 3, 8));
        Assert.Equal(
            ["naast-elkaar", "sociale-dienst", "werkcentrum"],
            Region.Organisations.Select(o => o.Key).Except(posters.Select(p => p.Key)).Order(StringComparer.Ordinal));
        Assert.All(Region.Tasks, t =>
        {
            Assert.Contains(Region.Organisations, o => o.Key == t.Organisation);
            Assert.True(DemoContent.ByCode.ContainsKey(t.Example), t.Example);
            Assert.InRange(t.MinutesPerWeek, 1, 3600);
            Assert.Equal(t.Times is null, t.Per is null);
            if (t.Per is not null)
                IsFrequency(t.Times!.Value, t.Per, t.DaysPerWeek, t.Minutes!.Value);
            Assert.All(t.AskedDemands, d => Assert.True(Dimensions.TryGet(d.Key, out _) && d.Value is >= 1 and <= 3));
        });
        Unique(Region.Tasks.Select(t => $"{t.Organisation}/{t.Example}"));
        Assert.Equal(25, Region.Tasks.Select(t => DemoContent.ByCode[t.Example].Number).OfType<int>().Distinct().Count());
        Assert.Contains(Region.Tasks, t => !t.MayMove);
        Assert.Contains(Region.Tasks, t => t.AskedDemands.Count == 0);
    }

    [Fact]
    public void The_state_of_a_task_says_whether_a_job_holds_it()
    {
        var held = Region.Jobs.Where(j => j.State != "stopped").SelectMany(j => j.Tasks.Select(t => $"{j.Organisation}/{t.Example}")).ToList();
        Unique(held);
        Assert.Equal(["deleted", "in-job", "listed"], Region.Tasks.Select(t => t.State).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Region.Tasks, t =>
        {
            Assert.Equal(t.State == "in-job", held.Contains($"{t.Organisation}/{t.Example}"));
            Assert.Equal(t.State == "deleted", t.DeletedDaysAgo is not null);
            if (t.DeletedDaysAgo is { } ago)
                Assert.InRange(ago, 0, 29);
        });
    }

    [Fact]
    public void Jobs_keep_the_rules_of_a_job_in_every_state()
    {
        Unique(Region.Jobs.Select(j => j.Key));
        Assert.Equal(["concept", "filled", "open", "paused", "stopped"], Region.Jobs.Select(j => j.State).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(Region.Jobs.Count(j => j.State == "open"), 8, 20);
        Assert.Single(Region.Jobs, j => j.PickUpPc4 is not null);
        Assert.All(Region.Jobs, j =>
        {
            var poster = Region.Organisations.Single(o => o.Key == j.Organisation);
            Assert.True(CodeLists.Sectors.Contains(j.Sector) && CodeLists.Forms.Contains(j.Form), j.Key);
            Assert.True(j.Form != "volunteer" || poster.IsNonProfit, j.Key);
            Assert.True(!OnlyThere.Contains(j.Form) || PostsEveryForm.Contains(poster.Kind), j.Key);
            Assert.True(j.PostedDaysAgo >= j.StateDaysAgo && j.StateDaysAgo >= 0, j.Key);
            Assert.True(j.HoursMin > 0 && j.HoursMin <= j.HoursMax && j.HoursMax * 4 % 1 == 0, j.Key);
            Assert.Empty(j.FixedDayparts.Intersect(j.FlexibleDayparts));
            Assert.Equal(Dayparts.InOrder(j.FixedDayparts), j.FixedDayparts);
            Assert.Equal(Dayparts.InOrder(j.FlexibleDayparts), j.FlexibleDayparts);
            AllIn(CodeLists.Measures, j.Offers);
            AllIn(CodeLists.Certificates, j.Certificates);
            AllIn(CodeLists.Circumstances, j.Circumstances);
            Assert.Equal(j.PickUpPc4 is not null, j.Offers.Contains(Measures.PickUp));
            Assert.All(j.Tasks, part => Assert.True(DemoContent.TaskOf(j, part).MayMove, $"{j.Key}/{part.Example}"));
        });
        Assert.All(Region.Jobs.Where(j => j.State is "open" or "paused" or "filled"), j =>
        {
            Assert.True(j.Tasks.Sum(part => DemoContent.TaskOf(j, part).MinutesPerWeek) >= j.HoursMin * 60, j.Key);
            Assert.All(j.Tasks, part => Assert.NotEmpty(DemoContent.TaskOf(j, part).AskedDemands));
            Assert.NotEmpty(j.FixedDayparts.Concat(j.FlexibleDayparts));
        });
    }

    [Fact]
    public void Sixty_people_are_whole_and_say_what_was_discussed()
    {
        Assert.Equal(60, Region.People.Length);
        Assert.Equal(
            ["Ria", "Youssef", "Demi", "Henk", "Samira", "Kees", "Linh", "Jeffrey", "Fatma", "Marco"],
            Region.People.Take(10).Select(p => p.FirstName));
        Unique(Region.People.Select(p => p.Key));
        Assert.All(Region.People, p =>
        {
            Assert.InRange(p.AgeYears, 15, 66);
            Assert.InRange(p.AgeDays, 0, 364);
            Assert.Contains(Region.Organisations, o => o.Key == p.Owner);
            Assert.True(0 < p.Hours.Min && p.Hours.Min <= p.Hours.Wish && p.Hours.Wish <= p.Hours.Max && p.Hours.Max <= 60, p.Key);
            Assert.True(p.Hours.Min <= Dayparts.Hours * p.Dayparts.Length, p.Key);
            Assert.NotEmpty(p.Dayparts);
            Assert.Equal(Dayparts.InOrder(p.Dayparts), p.Dayparts);
            Assert.NotEmpty(p.Forms);
            AllIn(CodeLists.Forms, p.Forms);
            Assert.NotEmpty(p.Travel.Modes);
            AllIn(CodeLists.Modes, p.Travel.Modes);
            Assert.InRange(p.Travel.MaxMinutes, 1, 240);
            AllIn(CodeLists.Certificates, p.Certificates);
            AllIn(CodeLists.Circumstances, p.Exclusions);
            Assert.Empty(p.Support.Except(Measures.BroughtAlong));
            AllIn(CodeLists.Measures, p.Helps);
            AllIn(CodeLists.Sectors, p.Wishes.Sectors);
            AllIn(CodeLists.Tags, p.Wishes.Tags);
            AllIn(CodeLists.Tags, p.Wishes.NotTags);
            Assert.Empty(p.Wishes.Tags.Intersect(p.Wishes.NotTags));
            Assert.Empty(p.Statuses.Except(StatusCodes));
            Assert.NotEmpty(p.Statuses);
            Assert.True(p.LastReviewDaysAgo >= 0 && p.LadderDaysAgo >= 0 && p.Loonwaarde is null or (> 0 and <= 100), p.Key);
        });
        Assert.All(Region.People.SelectMany(p => p.Capacities), c =>
        {
            Assert.Contains(c.Source, new[] { "gesprek", "meelopen", "proefplaatsing" });
            Assert.True(c.DaysAgo >= 0 && c.Levels.Count > 0);
            Assert.All(c.Levels, l => Assert.True(Dimensions.TryGet(l.Key, out _) && l.Value is >= 0 and <= 3, l.Key));
        });
        Assert.All(Region.People.SelectMany(p => p.Growth), g => Assert.True(Dimensions.TryGet(g.Key, out _) && g.Value is >= 1 and <= 3, g.Key));
    }

    [Fact]
    public void Between_5_and_40_percent_of_each_profile_is_not_discussed_and_nothing_is_answered_twice()
    {
        Assert.All(Region.People, p =>
        {
            Unique(p.Known.Select(k => k.Key));
            Assert.InRange((Dimensions.Count - p.Known.Count()) / (double)Dimensions.Count, 0.05, 0.40);
        });
    }

    [Fact]
    public void A_note_is_about_work_and_names_nobody()
    {
        Assert.All(Region.People, p =>
        {
            Assert.InRange(p.StaffNote.Split(' ').Length, 4, 16);
            Assert.EndsWith(".", p.StaffNote, StringComparison.Ordinal);
        });
        // Some family names are ordinary words (Klein, Schipper), so capitals count here.
        var names = Region.People.SelectMany(p => new[] { p.FirstName, p.LastName }).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Region.People.SelectMany(p => names.Where(name => Regex.IsMatch(p.StaffNote, $@"(?<!\w){name}(?!\w)")).Select(name => $"{p.Key}: {name}")));
    }

    [Fact]
    public void Consent_comes_in_every_kind()
    {
        var given = Region.People.SelectMany(p => new[] { p.ConsentFound, p.ConsentProposed }).OfType<DemoConsent>().ToList();
        Assert.All(given, c =>
        {
            Assert.Contains(c.Way, new[] { "together", "letter", "telephone" });
            Assert.InRange(c.GivenDaysAgo, 0, 364);
            Assert.InRange(c.EndedDaysAgo ?? 0, 0, c.GivenDaysAgo);
        });
        Assert.All(Region.People.Where(p => p.ConsentProposed is not null), p => Assert.NotNull(p.ConsentFound));
        Assert.All(Region.People.Where(p => p.AgeYears < 18), p => Assert.True(p.ConsentFound!.Representative, p.Key));
        Assert.InRange(Region.People.Count(p => p.MayBeFound), 40, 56);
        Assert.Contains(Region.People, p => p.ConsentFound is null);
        Assert.Contains(Region.People, p => p.MayBeFound && p.ConsentProposed is null);
        Assert.Contains(Region.People, p => p.ConsentFound is { EndedDaysAgo: not null });
        Assert.Contains(Region.People, p => p.ConsentFound is { EndedDaysAgo: null, GivenDaysAgo: >= 335 });
    }

    [Fact]
    public void Proposals_occur_in_every_state_and_rest_on_consent_and_on_a_match()
    {
        Unique(Region.Proposals.Select(p => p.Key));
        Assert.Equal(
            ["expired", "not-for-this-job", "proposed", "wants-to-meet", "withdrawn"],
            Region.Proposals.Select(p => p.State).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(JobReasons.Order(StringComparer.Ordinal), Region.Proposals.Select(p => p.Reason).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.All(Region.Proposals, p =>
        {
            var person = Person(p.Person);
            var job = Region.Jobs.Single(j => j.Key == p.Job);
            Assert.Equal($"{p.Job}/{p.Person}", p.Key);
            Assert.True(p.ProposedDaysAgo >= p.StateDaysAgo && p.ProposedDaysAgo <= job.PostedDaysAgo, p.Key);
            Assert.True(person.ConsentProposed?.GivenDaysAgo >= p.ProposedDaysAgo, p.Key);
            Assert.True((person.ConsentProposed!.EndedDaysAgo ?? 0) <= p.ProposedDaysAgo, p.Key);
            Assert.Equal(p.State == "not-for-this-job", p.Reason is not null);
            Assert.True(person.LastProposedDaysAgo <= p.ProposedDaysAgo, p.Key);
            var now = MatchEngine.Standard.Match(DemoContent.ToMatch(person), DemoContent.ToMatch(job));
            Assert.NotEqual(Verdict.NoFit, now.Verdict);
            Assert.Equal(now.Verdict.Code(), p.Match.Verdict);
            Assert.Equal(now.CarvedOut, p.Match.TasksOut);
            Assert.Equal(now.Measures.Except(person.Support), p.Match.Asked);
            Assert.Equal(decimal.Round(now.Hours!.Value, 2), p.Match.Hours);
            Assert.Equal(now.TravelMinutes, p.Match.TravelMinutes);
            Assert.Equal(now.OpenQuestions, p.Match.OpenQuestions);
            if (p.State == "proposed")
                Assert.True(job.State == "open" && person.ConsentProposed.EndedDaysAgo is null && p.ProposedDaysAgo < 20, p.Key);
            if (p.State == "expired")
                Assert.True(p.ProposedDaysAgo - p.StateDaysAgo >= 19, p.Key);
        });
        Assert.All(Region.Proposals.Where(p => p.State == "proposed").CountBy(p => p.Job), j => Assert.InRange(j.Value, 1, 5));
    }

    [Fact]
    public void Introductions_occur_in_every_state_and_follow_a_yes_of_the_employer()
    {
        Assert.Equal(
            ["awaiting-consent", "goes-on", "held", "planned", "stopped", "to-plan"],
            Region.Introductions.Select(i => i.State).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            Region.Proposals.Where(p => p.State == "wants-to-meet").Select(p => p.Key).Order(StringComparer.Ordinal),
            Region.Introductions.Select(i => i.Proposal).Order(StringComparer.Ordinal));
        Assert.All(Region.Introductions, i =>
        {
            var proposal = Region.Proposals.Single(p => p.Key == i.Proposal);
            Assert.Equal(i.State == "awaiting-consent", i.MeetConsentDaysAgo is null);
            Assert.Equal(i.MeetConsentDaysAgo is null, i.MeetConsentWay is null);
            Assert.True((i.MeetConsentDaysAgo ?? 0) <= proposal.StateDaysAgo && i.StateDaysAgo <= proposal.StateDaysAgo, i.Proposal);
            Assert.Equal(i.State is "awaiting-consent" or "to-plan", i.PlannedOffsetDays is null);
            if (i.PlannedOffsetDays is { } day)
                Assert.Equal(i.State == "planned", day >= 0);
        });
    }

    [Fact]
    public void Placements_occur_in_every_state_with_forms_that_their_employer_may_offer()
    {
        Unique(Region.Placements.Select(p => p.Key));
        Assert.Equal(["agreed", "next-step", "running", "stopped"], Region.Placements.Select(p => p.State).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Region.Placements, p =>
        {
            _ = Person(p.Person);
            var place = Region.Organisations.Single(o => o.Key == p.Organisation);
            var employer = Region.Organisations.Single(o => o.Key == (p.FormalEmployer ?? p.Organisation));
            Assert.Contains(Region.Organisations, o => o.Key == p.ManagedBy);
            var job = Region.Jobs.Single(j => j.Key == p.Job);
            Assert.Equal(p.Organisation, job.Organisation);
            Assert.True(p.HoursPerWeek > 0 && p.HoursPerWeek <= job.HoursMax, p.Key);
            Assert.True(job.PostedDaysAgo >= -p.StartOffsetDays, p.Key);
            Assert.True(p.Proposal is null || Region.Introductions.Single(i => i.Proposal == p.Proposal).State == "goes-on", p.Key);
            Assert.True(CodeLists.Forms.Contains(p.Form), p.Form);
            Assert.True(p.Form != "volunteer" || place.IsNonProfit, p.Key);
            Assert.True(!OnlyThere.Contains(p.Form) || PostsEveryForm.Contains(employer.Kind), p.Key);
            Assert.Equal(p.FormalEmployer is not null, p.HourlyWage is not null);
            Assert.True(!Paid.Contains(p.Form) || p.HourlyWage is not null, p.Key);
            Assert.True(p.EndOffsetDays is null || p.EndOffsetDays >= p.StartOffsetDays, p.Key);
            Assert.Equal(p.State == "stopped", p.StopReason is not null);
            Assert.True(p.StopReason is null || StopReasons.Contains(p.StopReason), p.Key);
            Assert.True(p.State != "agreed" || p.StartOffsetDays > 0, p.Key);
            Assert.True(p.State != "running" || p.StartOffsetDays <= 0 && p.EndOffsetDays is null or > 0, p.Key);
            Assert.Contains(p.LksKind, new[] { "unknown", "none", "flat", "measured" });
            Assert.Contains(p.Lkv, new[] { "unknown", "none", "banenafspraak", "arbeidsgehandicapt", "herplaatsing" });
            Assert.Contains(p.JobcoachIssuer, new[] { "unknown", "none", "municipality", "uwv" });
            Assert.True(Paid.Contains(p.Form) || p is { LksKind: "none", Lkv: "none", FirstContractOffsetDays: null }, p.Key);
            Assert.Equal(p.LksKind == "measured", p.LksReviewOffsetDays is not null);
            Assert.Equal(p.JobcoachIssuer is "municipality" or "uwv", p.JobcoachUntilOffsetDays is not null);
            Assert.True(p.FirstContractOffsetDays is null || p.FirstContractOffsetDays <= p.StartOffsetDays, p.Key);
            if (p.Previous is { } earlier)
            {
                var before = Region.Placements.Single(x => x.Key == earlier);
                Assert.Equal(p.Person, before.Person);
                Assert.Equal("next-step", before.State);
                Assert.True(before.EndOffsetDays < p.StartOffsetDays, p.Key);
            }
        });
        Assert.All(
            Region.Jobs.Where(j => j.State == "filled"),
            j => Assert.Contains(Region.Placements, p => p.Job == j.Key && p.State is "agreed" or "running"));
    }

    [Fact]
    public void At_least_three_open_jobs_have_somebody_in_each_of_the_four_bands()
    {
        var complete = Region.Jobs.Where(j => j.State == "open").Where(j =>
        {
            var verdicts = Results(j).Select(r => r.Verdict).ToHashSet();
            return verdicts.Contains(Verdict.Fit) && verdicts.Contains(Verdict.ToDiscuss) && verdicts.Contains(Verdict.NoFit)
                && (verdicts.Contains(Verdict.FitWithSupport) || verdicts.Contains(Verdict.FitAfterCarving));
        });

        Assert.InRange(complete.Count(), 3, 20);
    }

    [Fact]
    public void The_job_of_Retourhuis_De_Kil_shows_every_band_richly()
    {
        var job = Region.Jobs.Single(j => j is { Organisation: "retourhuis-de-kil", State: "open" });
        var results = Results(job);

        Assert.Equal(20, job.HoursMax);
        Assert.Equal(5, job.Tasks.Length);
        Assert.Equal(20 * 60, job.Tasks.Sum(part => DemoContent.TaskOf(job, part).MinutesPerWeek));
        Assert.InRange(results.Count(r => r.Verdict == Verdict.Fit), 3, 20);
        Assert.InRange(results.Count(r => r.Verdict is Verdict.FitWithSupport or Verdict.FitAfterCarving), 4, 20);
        Assert.InRange(results.Count(r => r.Verdict == Verdict.ToDiscuss), 2, 20);
        // Only who could nearly reach it stands on the page.
        var notNow = results.Where(r => r.Verdict == Verdict.NoFit && r.TravelMinutes - Person(r.Candidate).Travel.MaxMinutes is not > 15);
        Assert.InRange(notNow.Select(r => r.Decisive!.GetType()).Distinct().Count(), 4, 8);
    }

    private static List<MatchResult> Results(DemoJob job) =>
        [.. Region.People.Where(p => p.MayBeFound).Select(p => MatchEngine.Standard.Match(DemoContent.ToMatch(p), DemoContent.ToMatch(job)))];

    private static DemoPerson Person(string key) => Region.People.Single(p => p.Key == key);

    internal static bool Holds(string text, string word) =>
        Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static void AllIn(CodeList list, IEnumerable<string> codes)
    {
        Unique(codes);
        Assert.All(codes, code => Assert.True(list.Contains(code), code));
    }

    private static void Unique(IEnumerable<string> values) =>
        Assert.Empty(values.CountBy(v => v, StringComparer.Ordinal).Where(v => v.Value > 1).Select(v => v.Key));

    private static void IsFrequency(int times, string per, int? daysPerWeek, int minutes)
    {
        Assert.InRange(times, 1, 20);
        Assert.InRange(minutes, 5, 480);
        Assert.Contains(per, new[] { "day", "week", "month" });
        Assert.Equal(per == "day", daysPerWeek is >= 1 and <= 7);
        Assert.True(per == "day" || daysPerWeek is null);
    }

    private static void IsSeason(int[]? season)
    {
        if (season is null)
            return;
        Assert.Equal(2, season.Length);
        Assert.All(season, month => Assert.InRange(month, 1, 12));
    }
}
