using CsCheck;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Tests.Domain.Proposals;
using Xunit;

namespace Marketplace.Tests.Matching.Narrowing;

/// <summary>Changes of the index from a job, who is seen, and the edges of what people and jobs can be.</summary>
public sealed class CandidateIndexTests
{
    private static readonly Candidate Example = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Candidates[0];
    private static readonly CompiledJob Job = MatchEngine.Standard.Compile(ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Jobs[0]);
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly Guid Own = Guid.NewGuid(), Other = Guid.NewGuid();

    private readonly CandidateIndex _index = new(MatchEngine.Standard);

    [Fact]
    public void Who_is_added_is_found_with_the_result_of_the_engine()
    {
        _index.Apply([Person("K-1")]);

        var hit = Assert.Single(Search().Listed);
        var result = MatchEngine.Standard.Match(Example, ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Jobs[0]);
        Assert.Equal(
            ("K-1", result.Verdict, result.Score, result.TravelMinutes),
            (hit.Code, hit.Judgement.Verdict, hit.Judgement.Score, hit.Judgement.TravelMinutes));
        Assert.Equal(Dayparts.InOrder(Example.Dayparts), hit.Dayparts);
        Assert.Equal(IndexSource.InProcess, Search().Source);
        Assert.Equal(new BandCounts(0, 1, 0), Search().Bands);
    }

    [Fact]
    public void A_change_replaces_and_a_removal_takes_out()
    {
        _index.Apply([Person("K-1"), Person("K-2")]);
        _index.Apply([Person("K-1", 2, c => c with { Pc4 = "3351", LastProposed = Today })]);

        Assert.Equal(2, _index.Count);
        Assert.Equal(Today, Search().Listed.Single(h => h.Code == "K-1").LastProposed);

        _index.Apply([new CandidateChange("K-1", 3, null)]);

        Assert.Equal(["K-2"], Found());
    }

    [Fact]
    public void An_older_change_does_nothing_also_after_a_removal()
    {
        _index.Apply([Person("K-1", 5), Person("K-2", 5)]);
        _index.Apply([Person("K-1", 4, c => c with { Forms = [Forms.Volunteer] }), new CandidateChange("K-2", 4, null)]);

        Assert.Equal(["K-1", "K-2"], Found());

        _index.Apply([new CandidateChange("K-1", 6, null)]);
        _index.Apply([Person("K-1", 5)]);
        _index.Apply([Person("K-1", 6)]);

        Assert.Equal(["K-2"], Found());

        _index.Apply([Person("K-1", 7)]);

        Assert.Equal(["K-1", "K-2"], Found());
    }

    [Fact]
    public void A_rebuild_forgets_what_is_not_in_it_and_what_was_removed()
    {
        _index.Apply([Person("K-1"), Person("K-2"), new CandidateChange("K-3", 9, null)]);

        _index.Rebuild([Person("K-2"), Person("K-3")]);

        Assert.Equal(["K-2", "K-3"], Found());
    }

    [Fact]
    public void Who_cannot_be_compared_is_told_and_keeps_nobody_else_out()
    {
        _index.Rebuild([Person("K-1")]);

        var changed = _index.Apply([Person("K-2"), Person("K-3", change: c => c with { Pc4 = "0000" })]);
        var rebuilt = _index.Rebuild([Person("K-4"), Person("K-5", change: c => c with { Forms = ["no-form"] })]);

        Assert.Equal("K-3", Assert.Single(changed).Code);
        Assert.Equal("no-form is not a form of work. (Parameter 'codes')", Assert.Single(rebuilt).Why);
        Assert.Equal(["K-4"], Found());
    }

    [Fact]
    public void Who_cannot_be_compared_any_more_is_taken_out_and_comes_back_when_mended()
    {
        _index.Rebuild([Person("K-1"), Person("K-2")]);

        _index.Apply([Person("K-1", 2, c => c with { Forms = ["no-form"] })]);
        Assert.Equal(["K-2"], Found());

        _index.Apply([Person("K-1", 3)]);
        Assert.Equal(["K-1", "K-2"], Found());
    }

    [Fact]
    public void A_rebuild_reads_its_parts_at_the_same_time_and_each_person_once()
    {
        _index.Rebuild([Person("K-1")], [Person("K-2"), Person("K-3", change: c => c with { Pc4 = "3351" })]);
        Assert.Equal(["K-1", "K-2", "K-3"], Found());

        Assert.Throws<ArgumentException>(() => _index.Rebuild([Person("K-4")], [Person("K-4", 2)]));
        Assert.Throws<OverflowException>(() => _index.Rebuild([Person("K-4", -1)]));
        Assert.Equal(["K-1", "K-2", "K-3"], Found());
    }

    [Fact]
    public void A_revision_that_cannot_be_leaves_everything_as_it_was()
    {
        _index.Apply([Person("K-1")]);

        Assert.Throws<OverflowException>(() => _index.Apply([Person("K-2"), Person("K-3", -1)]));

        Assert.Equal(["K-1"], Found());
    }

    [Fact]
    public void Changes_in_any_order_and_more_than_once_end_at_the_latest_of_each_person()
    {
        var changes =
            from person in Gen.Int[0, 7]
            from revision in Gen.Int[0, 9]
            select (person, revision);
        changes.Array[0, 30].Array[1, 5].Sample(batches =>
        {
            // One revision of a person is one thing: there in two postcodes, beside the rows, or taken out.
            static CandidateChange Change(int person, int revision) => ((person * 31 + revision * 17) % 4) switch
            {
                0 => new CandidateChange($"K-{person}", revision, null),
                1 => Person($"K-{person}", revision, c => c with { Pc4 = "3351", MaxMinutes = 100 + revision }),
                2 => Person($"K-{person}", revision, c => c with { Certificates = ["own-certificate"], MaxMinutes = 100 + revision }),
                _ => Person($"K-{person}", revision, c => c with { MaxMinutes = 100 + revision }),
            };
            var index = new CandidateIndex(MatchEngine.Standard);
            foreach (var batch in batches)
                index.Apply(batch.Select(c => Change(c.person, c.revision)));

            var latest = batches.SelectMany(b => b).GroupBy(c => c.person).Select(g => Change(g.Key, g.Max(c => c.revision))).ToList();
            var expected = new CandidateIndex(MatchEngine.Standard);
            expected.Rebuild(latest);
            Assert.Equal(latest.Count(c => c.Candidate is not null), index.Count);
            Assert.Equal(expected.Search(new CandidateQuestion(Job)).Listed, index.Search(new CandidateQuestion(Job)).Listed);
        });
    }

    [Fact]
    public async Task A_question_sees_a_change_whole_or_not_at_all()
    {
        // Two people change places all the time: both always are somewhere, in one postcode each.
        var places = new[] { "3311", "3351" };
        IEnumerable<CandidateChange> At(int turn) =>
        [
            Person("K-1", turn, c => c with { Pc4 = places[turn % 2], MaxMinutes = 100 }),
            Person("K-2", turn, c => c with { Pc4 = places[(turn + 1) % 2], MaxMinutes = 100 }),
        ];
        _index.Apply(At(0));
        var writing = Task.Run(() =>
        {
            for (var turn = 1; turn <= 300; turn++)
                _index.Apply(At(turn));
        });

        do
        {
            var listed = Search().Listed;
            Assert.Equal(["K-1", "K-2"], listed.Select(h => h.Code).Order());
            Assert.Equal(2, listed.Select(h => h.Judgement.TravelMinutes).Distinct().Count());
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public void A_viewer_counts_the_region_with_consent_today_and_own_people_who_were_not_asked()
    {
        var consent = FoundConsent.Given(Today.AddDays(-10), Today);
        _index.Apply(
        [
            Seen("found", "R1", Other, consent),
            Seen("own-new", "R1", Own, FoundConsent.NotAsked),
            Seen("own-stop", "R1", Own, FoundConsent.Ended),
            Seen("new", "R1", Other, FoundConsent.NotAsked),
            Seen("stop", "R1", Other, FoundConsent.Ended),
            Seen("far", "R2", Other, consent),
            Seen("own-far", "R2", Own, FoundConsent.NotAsked),
            Seen("later", "R1", Other, FoundConsent.Given(Today.AddDays(1), null)),
            Seen("no-end", "R1", Other, FoundConsent.Given(Today, null)),
            // Not in a row: the code is long.
            Seen("long-code-found", "R1", Other, consent),
            Seen("long-code-stop", "R1", Own, FoundConsent.Ended),
        ]);

        Assert.Equal(["found", "long-code-found", "no-end", "own-new"], Found(new Viewer(Today, "R1", Own)));
        Assert.Equal(["later", "no-end"], Found(new Viewer(Today.AddDays(1), "R1", null)));
        Assert.Equal(["far"], Found(new Viewer(Today, "R2", null)));
        Assert.Empty(Found(new Viewer(Today, "R3", Guid.NewGuid())));
        Assert.Equal(11, Search().Bands.Total);
    }

    [Fact]
    public void Whose_consent_ended_just_now_is_subtracted_from_list_and_counts()
    {
        _index.Apply(
        [
            Person("K-1"), Person("K-2"), Person("a-long-code", change: c => c with { Wishes = Wishes.None }),
            Person("K-4", change: c => c with { Forms = [Forms.Volunteer] }), Person("K-5", change: c => c with { Forms = [Forms.Volunteer] }),
        ]);
        var question = new CandidateQuestion(Job) { Without = new HashSet<string> { "K-2", "a-long-code", "K-4", "K-9" } };

        var hits = _index.Search(question);

        Assert.Equal(["K-1"], hits.Listed.Select(h => h.Code));
        Assert.Equal((1, 1), (hits.Bands.Total, hits.NotNow.Count));
        Assert.Equal(["K-5"], _index.Search(question with { ListsNotNow = true }).NotNow.Listed.Select(p => p.Code));
    }

    [Fact]
    public void Not_now_holds_who_lives_a_little_too_far_and_not_who_lives_much_too_far()
    {
        _index.Apply(
        [
            Person("fits"),
            Person("form", change: c => c with { Forms = [Forms.Volunteer] }),
            Person("edge", change: c => c with { MaxMinutes = Minutes - 15 }),
            Person("too-far", change: c => c with { MaxMinutes = Minutes - 16 }),
            Person("much-too-far", change: c => c with { Pc4 = "9711" }),
            Person("no-mode-far", change: c => c with { Pc4 = "9711", Modes = [] }),
            Person("a-long-code", change: c => c with { Certificates = [], Forms = [Forms.Volunteer] }),
        ]);
        var question = new CandidateQuestion(Job);

        var notNow = _index.Search(question with { ListsNotNow = true }).NotNow;

        Assert.Equal(["a-long-code", "edge", "form", "no-mode-far"], notNow.Listed.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Equal((4, 4), (notNow.Count, _index.Search(question).NotNow.Count));
    }

    [Fact]
    public void Who_cannot_be_compared_is_a_removal()
    {
        var made = new Made();
        var incomplete = new Person("K-10002", made.Municipality.Id, "drechtsteden", Made.ConsultantId, "3311", Made.Coach);

        Assert.Null(CandidateChange.Of(incomplete, 3).Candidate);
        Assert.Null(CandidateChange.Of(made.Person(change: p => p.Pc4 = "0000"), 3).Candidate);
        Assert.Null(CandidateChange.Of(made.Person(change: p => p.Pc4 = ""), 3).Candidate);
        Assert.Equal(("K-10002", 3L), (CandidateChange.Of(incomplete, 3).Code, CandidateChange.Of(incomplete, 3).Revision));
    }

    [Fact]
    public void A_stored_person_brings_region_organisation_and_consent_along()
    {
        var made = new Made();
        var person = made.Person();

        var indexed = CandidateChange.Of(person, 1).Candidate!;

        Assert.Equal((person.RegionCode, person.OrganisationId), (indexed.RegionCode, indexed.OrganisationId));
        Assert.Equal(person.Code, indexed.Candidate.Code);
        AssertSameConsent(person, Made.Coach.Today);
    }

    [Fact]
    public void Consent_to_be_found_is_read_after_a_renewal_a_stop_and_a_new_yes()
    {
        var (person, day) = (new Made().Person(), Made.Coach.Today);

        person.Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", Made.At(day.AddMonths(11)));
        AssertSameConsent(person, day.AddMonths(11));

        StopConsent.ToBeFound(person, [], [], Made.At(day.AddMonths(12)));
        AssertSameConsent(person, day.AddMonths(12));
        Assert.Equal(FoundConsent.Ended, FoundConsent.Of(person));

        person.Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", Made.At(day.AddMonths(13)));
        // Not renewed in time, so the one that ran out was never ended.
        person.Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", Made.At(day.AddMonths(26)));
        AssertSameConsent(person, day.AddMonths(26));

        Assert.Equal(FoundConsent.NotAsked, FoundConsent.Of(new Person("K-10002", Own, "R1", Own, "3311", Made.Coach)));
    }

    private static void AssertSameConsent(Person person, DateOnly from) => Assert.All(
        Enumerable.Range(0, 800).Select(from.AddDays),
        day => Assert.Equal(person.ConsentOn(ConsentPurpose.Found, day) is not null, FoundConsent.Of(person).HoldsOn(day)));

    [Fact]
    public void Who_discussed_nothing_is_never_ruled_out_by_a_task_and_level_0_is()
    {
        var essential = Compiled("D1=3 B1=2", essential: true);
        _index.Apply(
        [
            Person("K-1", change: c => c with { Capacities = Levels.None }),
            Person("K-2", change: c => c with { Capacities = Levels.Parse("B1=0 D1=3") }),
        ]);

        var hits = _index.Search(new CandidateQuestion(essential));

        Assert.Equal(["K-1"], hits.Listed.Select(h => h.Code));
        Assert.Equal(1, hits.Narrowed);
        Assert.Equal(new BandCounts(0, 0, 1), hits.Bands);
    }

    [Fact]
    public void A_job_that_asks_nothing_fits_everybody_unless_something_must_be_compared()
    {
        var asksNothing = new CandidateQuestion(Compiled("", essential: false));
        _index.Apply([Person("K-1")]);

        Assert.Equal(1, _index.Search(asksNothing).Bands.Total);
        Assert.Equal(0, _index.Search(asksNothing with { ComparesSomething = true }).Bands.Total);
        Assert.Equal(0, _index.Search(asksNothing with { ComparesSomething = true }).NotNow.Count);
    }

    [Fact]
    public void A_list_can_be_short_or_empty_while_the_counts_are_of_everybody()
    {
        _index.Apply(Enumerable.Range(1, 60).Select(i => Person($"K-{i:00}")));

        Assert.Equal(50, Search().Listed.Count);
        Assert.Equal(60, Search().Bands.Total);
        Assert.Equal(["K-01", "K-02"], _index.Search(new CandidateQuestion(Job) { Take = 2 }).Listed.Select(h => h.Code));
        Assert.Empty(_index.Search(new CandidateQuestion(Job) { Take = 0 }).Listed);
        Assert.Equal(60, _index.Search(new CandidateQuestion(Job) { Take = int.MaxValue }).Listed.Count);
    }

    [Fact]
    public async Task Both_directions_are_one_index()
    {
        var index = new InProcessIndex(MatchEngine.Standard);
        var job = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Jobs[0];
        index.Candidates.Apply([Person("K-1")]);
        index.Jobs.Apply([new JobChange(job.Code, 1, new IndexedJob(job, "R1"))]);

        Assert.Equal("K-1", Assert.Single((await index.SearchAsync(new CandidateQuestion(Job), default)).Listed).Code);
        Assert.Equal(job.Code, Assert.Single((await index.SearchAsync(new JobQuestion(Example), default)).Listed).Code);
        Assert.Equal(0, (await index.SearchAsync(new CandidateQuestion(Job) { ListsNotNow = true }, default)).NotNow.Count);
    }

    private static int Minutes => MatchEngine.Standard.Judge(MatchEngine.Standard.Compile(Example), Job).TravelMinutes!.Value;

    private CandidateHits Search() => _index.Search(new CandidateQuestion(Job));

    private IEnumerable<string> Found(Viewer? viewer = null) =>
        _index.Search(new CandidateQuestion(Job) { Viewer = viewer }).Listed.Select(h => h.Code).Order(StringComparer.Ordinal);

    private static CandidateChange Person(string code, long revision = 1, Func<Candidate, Candidate>? change = null)
    {
        var candidate = Example with { Code = code };
        return new CandidateChange(code, revision, new IndexedCandidate(change?.Invoke(candidate) ?? candidate, "R1", Own, FoundConsent.NotAsked));
    }

    private static CandidateChange Seen(string code, string region, Guid organisation, FoundConsent found) =>
        new(code, 1, new IndexedCandidate(Example with { Code = code }, region, organisation, found));

    private static CompiledJob Compiled(string demands, bool essential)
    {
        var job = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Jobs[0];
        return MatchEngine.Standard.Compile(job with
        {
            Tasks = [new MatchTask { Code = "T1", MinutesPerWeek = 1_200, Essential = essential, Demands = Levels.Parse(demands) }],
        });
    }
}
