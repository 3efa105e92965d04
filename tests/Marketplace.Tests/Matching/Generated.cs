using CsCheck;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Geo;

namespace Marketplace.Tests.Matching;

/// <summary>Candidates and jobs around the rivers of the Drechtsteden, near enough to each other that about a third is not no-fit.</summary>
internal static class Generated
{
    private static readonly string[] Postcodes = ["3311", "3316", "3329", "3351", "3361", "3362", "3333", "3341", "2951", "3011", "3201"];
    private static readonly string[] Certificates = ["vca-basis", "haccp", "forklift", "own-certificate"];
    private static readonly string[] Circumstances = ["heights", "cash", "night", "own-circumstance"];
    private static readonly string[] Sectors = ["care", "green", "logistics", "own-sector"];
    private static readonly string[] Tags = ["packing", "green", "kitchen", "wood", "counting", "own-tag", "other-tag"];
    private static readonly string[] Modes = [.. TravelModes.All.Select(m => m.Code)];
    private static readonly string[] AllMeasures = [.. Measures.All.Select(m => m.Code)];
    private static readonly string[] DimensionCodes = [.. Dimensions.All.Select(d => d.Code)];

    /// <summary>Each entry with this chance, in percent.</summary>
    internal static Gen<List<string>> Some(IReadOnlyList<string> of, int percent) =>
        Gen.Int[0, 99].Array[of.Count].Select(dice => of.Where((_, i) => dice[i] < percent).ToList());

    private static Gen<T> One<T>(IReadOnlyList<T> of) => Gen.Int[0, of.Count - 1].Select(i => of[i]);

    /// <summary>At least one entry.</summary>
    private static Gen<List<string>> SomeAtLeastOne(IReadOnlyList<string> of, int percent) =>
        Gen.Select(Some(of, percent), One(of), (some, one) => some.Count > 0 ? some : [one]);

    /// <summary>Levels with this chance, in percent, that a dimension has none; the others by weight.</summary>
    private static Gen<Levels> LevelsBy(int absentPercent, params int[] ladder) =>
        Gen.Select(Gen.Int[0, 99].Array[DimensionCodes.Length], Gen.Int[0, ladder.Length - 1].Array[DimensionCodes.Length], (dice, at) =>
            new Levels(DimensionCodes.Index().Where(d => dice[d.Index] >= absentPercent).Select(d => KeyValuePair.Create(d.Item, ladder[at[d.Index]]))));

    internal static Gen<Levels> Capacities { get; } = Gen.OneOf(LevelsBy(10, 1, 2, 2, 2, 3, 3, 3, 3), LevelsBy(40, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3), LevelsBy(3, 3, 3, 3, 2, 2, 1));

    private static Gen<Levels> Demands { get; } = Gen.OneOf(LevelsBy(85, 0, 1, 1, 2, 2, 3), LevelsBy(92, 1, 2, 3), LevelsBy(60, 1, 1, 1, 2, 2));

    private static Gen<decimal> Quarters(int from, int to) => Gen.Int[from, to].Select(q => q / 4m);

    internal static Gen<Candidate> Candidate { get; } =
        from code in Gen.Int[0, 99_999]
        from pc4 in One(Postcodes)
        from min in Quarters(1, 64)
        from wish in Quarters(0, 64)
        from max in Quarters(0, 64)
        from dayparts in Some(Dayparts.All, 70)
        from modes in SomeAtLeastOne(Modes, 40)
        from maxMinutes in Gen.Int[10, 120]
        from capacities in Capacities
        from certificates in Some(Certificates, 75)
        from exclusions in Some(Circumstances, 8)
        from support in Some(AllMeasures, 8)
        from forms in SomeAtLeastOne([Forms.Regular, Forms.Trial], 80)
        from sectors in Some(Sectors, 40)
        from tasks in Some(Tags, 40)
        from notTasks in Some(Tags, 20)
        from growth in LevelsBy(90, 0, 1, 2, 2, 3, 3)
        from lastProposed in Gen.Int[0, 3].Select(d => d == 0 ? (DateOnly?)null : new DateOnly(2026, 10, d))
        select new Candidate
        {
            Code = $"K-{code:00000}",
            Pc4 = pc4,
            Hours = new CandidateHours(min, min + wish, Math.Min(60, min + wish + max)),
            Dayparts = dayparts,
            Modes = modes,
            MaxMinutes = maxMinutes,
            Capacities = capacities,
            Certificates = certificates,
            Exclusions = exclusions,
            Support = support,
            Forms = forms,
            Wishes = new Wishes(sectors, tasks, notTasks),
            Growth = growth,
            LastProposed = lastProposed,
        };

    private static Gen<MatchTask> Task { get; } =
        from minutes in Gen.Int[30, 900]
        from essential in Gen.Int[0, 99]
        from tags in Some(Tags, 20)
        from demands in Demands
        from certificates in Some(Certificates, 5)
        from circumstances in Some(Circumstances, 5)
        select new MatchTask
        {
            Code = "T",
            MinutesPerWeek = minutes,
            Essential = essential < 30,
            Tags = tags,
            Demands = demands,
            Certificates = certificates,
            Circumstances = circumstances,
        };

    internal static Gen<MatchJob> Job { get; } =
        from code in Gen.Int[0, 99_999]
        from pc4 in One(Postcodes)
        from pickUp in One<string?>([null, null, null, .. Postcodes])
        from sector in One(Sectors)
        from form in One([Forms.Regular, Forms.Regular, Forms.Trial, Forms.Volunteer])
        from min in Quarters(1, 32)
        from max in Quarters(0, 64)
        from parts in Gen.Int[0, 99].Array[Dayparts.All.Count]
        from certificates in Some(Certificates, 10)
        from circumstances in Some(Circumstances, 10)
        from offers in Some(AllMeasures, 30)
        from tasks in Task.Array[1, 7]
        select new MatchJob
        {
            Code = $"F-{code:00000}",
            Pc4 = pc4,
            Sector = sector,
            Form = form,
            Hours = new JobHours(min, min + max),
            FixedDayparts = [.. Dayparts.All.Where((_, i) => parts[i] < 5)],
            FlexibleDayparts = [.. Dayparts.All.Where((_, i) => parts[i] is >= 5 and < 65)],
            Certificates = certificates,
            Circumstances = circumstances,
            Offers = offers,
            PickUpPc4 = pickUp,
            Tasks = [.. tasks.Select((task, i) => task with { Code = $"T{i + 1}" })],
        };

    /// <summary>A candidate and a job for whom the engine does not say no-fit.</summary>
    internal static Gen<(Candidate Candidate, MatchJob Job)> Fitting { get; } =
        Gen.Select(Candidate, Job).Where(pair => MatchEngine.Standard.Match(pair.Item1, pair.Item2).Verdict != Verdict.NoFit);
}
