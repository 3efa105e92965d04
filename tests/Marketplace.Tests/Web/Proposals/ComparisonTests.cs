using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Tests.Domain.Proposals;
using Marketplace.Web.Pages.Proposals;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>People beside a job: who fits, whom help adds, how many look the same, and the words for it.</summary>
public sealed class ComparisonTests
{
    private static readonly HashSet<string> Nobody = [];

    private readonly Made _made = new();

    [Fact]
    public async Task The_list_says_of_everybody_what_the_engine_says()
    {
        var job = _made.Job();
        Person[] people = [_made.Person("K-1"), _made.Person("K-2", can: [("D1", 2), ("B1", 2)]), _made.Person("K-3", can: [("B1", 0)]), _made.Person("K-4", change: p => p.SetTravel(["walk"], 5))];

        var comparison = await CompareAsync(job, people, [], new HashSet<string> { "K-2" });

        Assert.Equal(
            people.ToDictionary(p => p.Code, p => MatchEngine.Standard.Match(p.ToCandidate(), job.ToMatchJob())).Where(m => m.Value.Verdict != Verdict.NoFit).Select(m => (m.Key, m.Value.Verdict, m.Value.Score)),
            comparison.Fits.Select(r => (r.Code, r.Verdict, r.Score)));
        Assert.Equal(["K-2"], comparison.Fits.Where(r => r.IsMine).Select(r => r.Code));
    }

    [Fact]
    public async Task A_measure_that_counts_as_offered_adds_people_and_says_that_it_must_still_be_agreed()
    {
        // One step short on lifting, which is hard, on an essential task: only a lifting aid helps.
        var job = _made.Job(change: j => j.Tasks[1].IsEssential = true);
        var person = _made.Person(can: [("D1", 2), ("B1", 2), ("D2", 2)]);
        var asOffered = await CompareAsync(job, [person], [], Nobody);
        var arranged = await CompareAsync(job, [person], ["lifting-aid"], Nobody);

        Assert.Empty(asOffered.Fits);
        Assert.Equal((1, 0), (asOffered.AddedBy("lifting-aid"), asOffered.AddedBy("quiet-place")));
        Assert.Equal((1, 0), (arranged.AddedBy("lifting-aid"), arranged.AddedBy("quiet-place")));
        Assert.True(arranged.Of(person).OnlyWithHelp);
        var card = new MatchWords(job, Made.Today).Card(arranged.Of(person), "S. Yilmaz", isMine: false);
        Assert.Contains(new Reason(ReasonKind.Asked, "Een tilhulp (nog afspreken)"), card.Asked);
        Assert.True(card.OnlyWithHelp);
    }

    [Fact]
    public async Task The_set_of_past_nu_niet_holds_who_lives_near_enough_fewest_rules_first()
    {
        var job = _made.Job();
        Person[] people =
        [
            _made.Person("K-1"),
            _made.Person("K-2", change: p => p.SetWishes([Forms.Trial], [], [], [], Levels.None)),
            _made.Person("K-3", change: p => { p.SetWishes([Forms.Trial], [], [], [], Levels.None); p.SetTimes(8, 8, 8, ["sun-3"]); }),
            _made.Person("K-4", change: p => p.SetTravel(["walk"], 5)),
        ];

        var notNow = (await CompareAsync(job, people, [], Nobody)).NotNow;

        Assert.Equal(2, notNow.Count);
        Assert.Equal(["K-2", "K-3"], notNow.Listed.Select(p => p.Code));
    }

    [Fact]
    public async Task Somebody_of_whom_only_tasks_stay_that_nobody_asked_about_is_not_in_the_list()
    {
        var job = _made.Job(withUnasked: true, change: j => j.HoursMin = 4);
        var person = _made.Person(can: [("D1", 0)], change: p => p.SetTimes(4, 4, 8, ["mon-1", "tue-1"]));

        Assert.Empty((await CompareAsync(job, [person], [], Nobody)).Fits);
        Assert.False(Compared.Of(job, person).Fits);
    }

    [Fact]
    public void Shared_counts_who_would_look_the_same_to_this_employer()
    {
        var job = _made.Job();
        var person = _made.Person("K-1");
        Person[] people =
        [
            person,
            _made.Person("K-2", change: p => p.SetTimes(8, 17, 24, ["mon-1", "tue-1", "wed-1", "thu-1", "fri-1"])),
            _made.Person("K-3", change: p => p.SetSupport([], ["jobcoach"], [], [])),
            _made.Person("K-4", can: [("D1", 2), ("B1", 2), ("D2", 2)]),
            _made.Person("K-5", can: [("D1", 3), ("B1", 1), ("D2", 2)]),
            _made.Person("K-6", change: p => p.SetTimes(8, 12, 24, ["mon-1", "tue-1", "wed-1", "thu-1", "fri-1"])),
            _made.Person("K-7", change: p => p.SetWishes([Forms.Trial], [], [], [], Levels.None)),
        ];

        // K-1 himself, K-2 (17 hours is the same band) and K-3 (what comes along is not shown). K-4 misses a task, K-5 asks a supervisor,
        // K-6 has another band, K-7 does not fit.
        Assert.Equal(3, Compared.Of(job, person).SharedBy(people));
    }

    [Fact]
    public async Task A_card_says_why_in_words_without_a_number_about_the_person()
    {
        var job = _made.Job();
        var person = _made.Person(can: [("D1", 2), ("B1", 2)], change: p =>
        {
            p.SetSupport([], ["lifting-aid"], [], []);
            p.LastProposedOn = Made.Today.AddMonths(-6);
        });

        var card = new MatchWords(job, Made.Today).Card((await CompareAsync(job, [person], [], Nobody)).Of(person), "S. Yilmaz", isMine: false);

        Assert.Equal(("adapted", 1, "Kandidaat van S. Yilmaz", "16 uur per week"), (card.Band, card.Open, card.Whose, card.Hours));
        Assert.Matches(@"^\d+ minuten fietsen \(schatting\)$", card.Travel);
        Assert.Equal(("6 maanden niet voorgesteld", true), (card.Waiting, card.WaitsLong));
        Assert.Equal("Stel voor, eerst 1 vraag", card.Act);
        Assert.Contains(new Reason(ReasonKind.Fits, "Past bij alle 2 taken"), card.Why);
        Assert.Contains(new Reason(ReasonKind.Fits, "Werkt goed met hulp die snel te roepen is (nodig: met hulp die snel te roepen is)"), card.Why);
        Assert.Contains(new Reason(ReasonKind.Fits, "Neemt mee: tilhulp"), card.Why);
        Assert.Contains(new Reason(ReasonKind.Fits, "Wil graag: sorteren"), card.Why);
        Assert.Equal([new Reason(ReasonKind.Fits, "Niets extra. Wel goed inwerken, zoals bij iedereen")], card.Asked);
        Assert.Equal([new Reason(ReasonKind.Open, "Hoe lang kunt u staan?")], card.Questions);
    }

    [Theory]
    [InlineData(null, "Nog nooit voorgesteld", true)]
    [InlineData("2026-11-01", "Kort geleden voorgesteld", false)]
    [InlineData("2026-10-24", "1 maand niet voorgesteld", false)]
    [InlineData("2026-05-25", "5 maanden niet voorgesteld", false)]
    [InlineData("2025-09-24", "14 maanden niet voorgesteld", true)]
    public void A_card_says_how_long_somebody_was_not_proposed(string? last, string words, bool isLong)
    {
        var job = _made.Job();
        var person = _made.Person(change: p => p.LastProposedOn = last is null ? null : DateOnly.ParseExact(last, "yyyy-MM-dd", null));

        var card = new MatchWords(job, Made.Today).Card(Compared.Of(job, person), "S. Yilmaz", isMine: true);

        Assert.Equal((words, isLong, "Uw kandidaat, consulent S. Yilmaz"), (card.Waiting, card.WaitsLong, card.Whose));
    }

    public static TheoryData<string, Action<Job>, Action<Person>, string, string> Decisive { get; } = new()
    {
        { "form", _ => { }, p => p.SetWishes([Forms.Trial], [], [], [], Levels.None), "Deze functie is reguliere baan. Deze persoon zoekt ander werk.", "Vraag S. Yilmaz of reguliere baan ook mag." },
        { "certificate", j => j.Certificates = ["haccp", "forklift"], _ => { }, "Voor deze functie is heftruck en haccp nodig.", "Vraag de werkgever of het zonder kan." },
        { "exclusion", j => j.Circumstances = ["heights"], p => p.SetSupport([], [], [], ["heights"]), "Bij deze functie hoort hoogte. Dat past niet.", "Vraag of dit uit de functie kan." },
        { "dayparts", j => { j.FixedDayparts = ["sat-1", "mon-2"]; }, _ => { }, "De functie is op maandagmiddag en zaterdagochtend. Deze persoon kan dan niet.", "Vraag of een ander dagdeel kan." },
        { "few dayparts", _ => { }, p => p.SetTimes(6.5m, 8, 8, ["mon-1"]), "Er past 4 uur in de week. Nodig is 8 uur.", "Vraag de werkgever om meer dagdelen." },
        { "hours", j => j.HoursMin = 12.5m, p => p.SetCapacity("B1", 0, CapacitySource.Conversation, Made.Coach), "Er blijft 4 uur over. Dat is te weinig.", "Zoek met de werkgever een taak erbij." },
        { "task", j => j.Tasks[1].IsEssential = true, p => p.SetCapacity("D1", 1, CapacitySource.Conversation, Made.Coach), "‘Stapelen’ vraagt Tillen, dragen, duwen: meer dan 15 kilo, of vaak. Besproken is: tot 5 kilo.", "Vraag of een collega deze taak kan doen." },
    };

    [Theory]
    [MemberData(nameof(Decisive))]
    public void Past_nu_niet_has_one_fact_and_one_act(string kind, Action<Job> change, Action<Person> make, string fact, string act)
    {
        var job = _made.Job(change: change);
        var pair = Compared.Of(job, _made.Person(change: make));

        Assert.False(pair.Fits, kind);
        Assert.Equal((fact, act), new MatchWords(job, Made.Today).FactAndAct(pair, "S. Yilmaz"));
    }

    [Fact]
    public void The_journey_that_is_too_long_says_both_numbers_and_none_at_all_says_so()
    {
        var job = _made.Job();
        var words = new MatchWords(job, Made.Today);
        var far = Compared.Of(job, _made.Person(change: p => p.SetTravel(["walk"], 10)));

        Assert.Equal(
            ($"De reis duurt {far.Result.TravelMinutes} minuten. Deze persoon wil hoogstens 10 minuten reizen.", "Reken met vervoer vanaf een opstapplek."),
            words.FactAndAct(far, "S. Yilmaz"));
        Assert.Equal(
            "Deze persoon kan er zonder vervoer niet komen.",
            words.FactAndAct(far with { Result = far.Result with { Decisive = new TravelDecides(null, 10) } }, "S. Yilmaz").Fact);
    }

    private static async Task<Comparison> CompareAsync(Job job, IEnumerable<Person> people, string[] arranged, IReadOnlySet<string> mine)
    {
        var index = new InProcessIndex(MatchEngine.Standard);
        index.Candidates.Rebuild(people.Select(p => CandidateChange.Of(p, 1)));
        var filter = WorkbenchFilter.Read(new QueryCollection(new Dictionary<string, StringValues> { ["regelt"] = arranged }));
        return await Comparison.AskAsync(index, job, new Viewer(Made.Today, "drechtsteden", null), filter, mine, CancellationToken.None);
    }
}
