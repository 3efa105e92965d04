using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Testing.Matching;

/// <summary>
/// People and jobs over the whole country, as an index gets them: the same seed gives the same ones. A few large places and many small ones;
/// most people work by day, go by bike or bus for less than an hour, and have answered most questions.
/// </summary>
/// <param name="seed">The seed.</param>
public sealed class Population(int seed)
{
    /// <summary>The day on which this population lives.</summary>
    public static readonly DateOnly Today = new(2026, 11, 2);

    private static readonly string[] DimensionCodes = [.. Dimensions.All.Select(d => d.Code)];
    private static readonly string[] CommonForms = [Forms.Regular, Forms.Secondment, Forms.Sheltered, Forms.Trial, Forms.WorkExperience, Forms.Volunteer];

    private readonly Random _random = new(seed);
    private readonly Place[] _places = Places(new Random(seed));

    /// <summary>People, each with a code of its own (<c>K-</c> and six digits) and revision 1.</summary>
    public IEnumerable<CandidateChange> People(int count) => Enumerable.Range(0, count).Select(Person);

    /// <summary>Jobs, each with a code of its own and revision 1.</summary>
    public IEnumerable<JobChange> Jobs(int count) => Enumerable.Range(0, count).Select(i =>
    {
        var job = Job(i);
        return new JobChange(job.Job.Code, 1, job);
    });

    private CandidateChange Person(int number)
    {
        var postcode = AnyPostcode();
        var min = 1 + _random.Next(4 * 20);
        var wish = min + _random.Next(4 * 12);
        var strength = _random.Next(3);
        var candidate = new Candidate
        {
            // Six digits in an order that is not the order of the postcodes or of the answers.
            Code = string.Create(CultureInfo.InvariantCulture, $"K-{(number * 7919L + 13) % 1_000_000:000000}"),
            Pc4 = postcode.Code,
            Hours = new CandidateHours(min / 4m, wish / 4m, (wish + _random.Next(4 * 8)) / 4m),
            Dayparts = [.. Dayparts.All.Where((_, i) => Chance(i >= 15 ? 15 : i % 3 == 0 ? 80 : i % 3 == 1 ? 70 : 15))],
            Modes = AtLeastOne(["walk", "bike", "ebike", "transit", "car"], [50, 70, 12, 55, 25]),
            MaxMinutes = 5 * _random.Next(3, 16),
            Capacities = Levels(15, strength switch { 0 => [0, 1, 1, 2, 2, 3], 1 => [1, 2, 2, 2, 3, 3], _ => [2, 2, 3, 3, 3, 3] }),
            Certificates = Some(CodeLists.Certificates.Codes, 20),
            Exclusions = Some(CodeLists.Circumstances.Codes, 10),
            Support = Some(Measures.BroughtAlong, 7),
            Forms = AtLeastOne(CommonForms, [75, 30, 15, 50, 30, 20]),
            Wishes = new Wishes(Some(CodeLists.Sectors.Codes, 20), Some(CodeLists.Tags.Codes, 18), Some(CodeLists.Tags.Codes, 10)),
            Growth = Levels(95, [1, 2, 2, 3]),
            LastProposed = Chance(60) ? Today.AddDays(-_random.Next(400)) : null,
        };
        return new CandidateChange(candidate.Code, 1, new IndexedCandidate(candidate, postcode.LabourRegion, Organisation(postcode), Found()));
    }

    private IndexedJob Job(int number)
    {
        var postcode = AnyPostcode();
        var tasks = Enumerable.Range(1, 1 + _random.Next(6)).Select(Task).ToList();
        var hours = Math.Max(1, tasks.Sum(t => t.MinutesPerWeek) / 15);
        var min = 1 + _random.Next(Math.Min(hours, 4 * 24));
        var parts = Dayparts.All.Select((_, i) => i < 15 && i % 3 < 2 ? _random.Next(100) : 50 + _random.Next(100)).ToList();
        return new IndexedJob(
            new MatchJob
            {
                Code = string.Create(CultureInfo.InvariantCulture, $"F-{number:000000}"),
                Pc4 = postcode.Code,
                Sector = One([.. CodeLists.Sectors.Codes]),
                Form = Chance(70) ? Forms.Regular : One(CommonForms),
                Hours = new JobHours(min / 4m, (min + _random.Next(4 * 16)) / 4m),
                FixedDayparts = [.. Dayparts.All.Where((_, i) => parts[i] < 8)],
                FlexibleDayparts = [.. Dayparts.All.Where((_, i) => parts[i] is >= 8 and < 78)],
                Certificates = Some(CodeLists.Certificates.Codes, 5),
                Circumstances = Some(CodeLists.Circumstances.Codes, 6),
                Offers = Some(Measures.All.Select(m => m.Code), 20),
                PickUpPc4 = Chance(5) ? AnyPostcode().Code : null,
                Tasks = tasks,
            },
            postcode.LabourRegion);
    }

    private MatchTask Task(int number) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"T{number}"),
        MinutesPerWeek = 15 * _random.Next(6, 50),
        Essential = Chance(35),
        Tags = Some(CodeLists.Tags.Codes, 12),
        Demands = Levels(82, [1, 1, 2, 2, 2, 3]),
        Certificates = Some(CodeLists.Certificates.Codes, 2),
        Circumstances = Some(CodeLists.Circumstances.Codes, 3),
    };

    private FoundConsent Found()
    {
        var given = Today.AddDays(-_random.Next(400));
        return _random.Next(100) switch
        {
            < 8 => FoundConsent.NotAsked,
            < 13 => FoundConsent.Ended,
            _ => FoundConsent.Given(given, given.AddMonths(12)),
        };
    }

    private static Guid Organisation(Postcode postcode) => new(SHA256.HashData(Encoding.UTF8.GetBytes(postcode.Municipality)).AsSpan(0, 16));

    private Postcode AnyPostcode()
    {
        var place = Array.BinarySearch(_places, new Place(_random.NextDouble() * _places[^1].UpTo, null!));
        return _places[place < 0 ? ~place : place].Postcode;
    }

    private Levels Levels(int absentPercent, int[] ladder) => new(
        DimensionCodes.Where(_ => !Chance(absentPercent)).Select(code => KeyValuePair.Create(code, ladder[_random.Next(ladder.Length)])));

    private List<string> Some(IEnumerable<string> of, int percent) => [.. of.Where(_ => Chance(percent))];

    private List<string> AtLeastOne(string[] of, int[] percents)
    {
        var some = of.Where((_, i) => Chance(percents[i])).ToList();
        return some.Count > 0 ? some : [of[0]];
    }

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private bool Chance(int percent) => _random.Next(100) < percent;

    private static Place[] Places(Random random)
    {
        var upTo = 0d;
        return [.. Geography.Netherlands.Postcodes.Select(p => new Place(upTo += 0.05 - Math.Log(1 - random.NextDouble()), p))];
    }

    /// <param name="UpTo">The weights of this place and all before it.</param>
    /// <param name="Postcode">The postcode.</param>
    private sealed record Place(double UpTo, Postcode Postcode) : IComparable<Place>
    {
        public int CompareTo(Place? other) => UpTo.CompareTo(other?.UpTo);
    }
}
