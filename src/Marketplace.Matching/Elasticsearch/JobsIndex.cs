using System.Numerics;
using System.Text.Json.Serialization;
using Elastic.Clients.Elasticsearch.Mapping;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// The index of jobs: fields to filter on, and the code. The job itself stays where it is: every node has the jobs in its own process, so nothing
/// of a job can be read wrongly here and the engine judges what is newest.
/// </summary>
internal sealed class JobsIndex
{
    /// <summary>Raise it when a field changes its meaning.</summary>
    private const int Version = 1;

    /// <summary>Stands for a certificate outside the closed list.</summary>
    internal const string OtherCertificate = "?";

    private readonly MatchEngine _engine;

    internal JobsIndex(MatchEngine engine)
    {
        _engine = engine;
        Definition = new SearchIndex
        {
            Name = "jobs",
            Schema = new StoredRow(engine.Travel.Geography).Schema(Version),
            Fields = new Properties
            {
                { "code", Kinds.Answer() },
                { "region", Kinds.Code() },
                { "form", Kinds.Code() },
                { "pc4", Kinds.Code() },
                { "certs", Kinds.Code() },
                { "circ", Kinds.Code() },
                { "fixed", Kinds.Code() },
                { "parts", Kinds.Code() },
                { "pneed", Kinds.Need() },
                { "least", Kinds.LargeNumber() },
                { "most", Kinds.LargeNumber() },
                { "asks", Kinds.Code() },
                { "pairs", Kinds.Code() },
            },
        };
    }

    internal SearchIndex Definition { get; }

    /// <summary>The write that a change is.</summary>
    /// <exception cref="ArgumentException">The job is not one that the engine takes.</exception>
    internal IndexWrite<JobDocument> Write(JobChange change) =>
        new(change.Code, change.Revision, change.Job is { } job ? DocumentOf(job) : null);

    private JobDocument DocumentOf(IndexedJob indexed)
    {
        var job = _engine.Compile(indexed.Job);
        var minutes = job.Tasks.Sum(t => t.Minutes);
        var (asks, pairs) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        for (var tasks = job.Essential; tasks != 0; tasks &= tasks - 1)
            Add(job.Tasks[BitOperations.TrailingZeroCount(tasks)], job.Raised, asks, pairs);
        return new JobDocument
        {
            Code = job.Code,
            Region = indexed.RegionCode,
            Form = job.FormCode,
            Postcodes = [.. new[] { indexed.Job.Pc4, indexed.Job.PickUpPc4 }.OfType<string>().Distinct()],
            Certificates = [.. Listed(CodeLists.Certificates, job.Certificates), .. job.Certificates.Others.Count > 0 ? [OtherCertificate] : (string[])[]],
            Circumstances = [.. Listed(CodeLists.Circumstances, job.Circumstances)],
            Fixed = ClosedCodes.SortedDayparts(job.Fixed),
            Parts = ClosedCodes.SortedDayparts(job.Fixed | job.Flexible),
            PartsNeeded = Quarters.PartsFor(job.MinMinutes),
            Least = job.MinMinutes,

            // A job whose own tasks do not fill its minimum fits nobody.
            Most = minutes < job.MinMinutes ? -1 : Math.Min(minutes, job.MaxMinutes),
            Asks = [.. asks],
            Pairs = [.. pairs],
        };
    }

    /// <summary>The task asks this level.</summary>
    internal static string Asks(string dimension, int level) => $"{dimension}:{level}";

    /// <summary>The same on a hard dimension, where one step less is too much unless it is bridged, and the job bridges nothing.</summary>
    internal static string AsksHard(string dimension, int level) => $"{dimension}!{level}";

    /// <summary>Two demands of one task that the job bridges neither of: one step less on both is too much.</summary>
    internal static string Pair(string one, string other) => $"{one}+{other}";

    private static void Add(CompiledTask task, uint raised, SortedSet<string> asks, SortedSet<string> pairs)
    {
        var soft = new List<string>();
        foreach (var dimension in DimensionMask.In(task.Asked))
        {
            var (bit, level) = (1u << dimension.Index, task.Demands.LevelAt(dimension.Index));
            asks.Add(Asks(dimension.Code, level));
            if (level == 1 || (raised & bit) != 0)
                continue;
            if ((DimensionMask.Hard & bit) != 0)
                asks.Add(AsksHard(dimension.Code, level));
            else
                soft.Add(Asks(dimension.Code, level));
        }

        // In order of the dimensions, as a question names them.
        for (var one = 0; one < soft.Count; one++)
        {
            for (var other = one + 1; other < soft.Count; other++)
                pairs.Add(Pair(soft[one], soft[other]));
        }
    }

    private static List<string> Listed(CodeList list, in CodeSet codes) => CodeSet.OfBits(codes.Bits).Sorted(list);
}

/// <summary>One job in the index of jobs.</summary>
internal sealed record JobDocument
{
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("region")]
    public required string Region { get; init; }

    [JsonPropertyName("form")]
    public required string Form { get; init; }

    /// <summary>Of the place of work and of the pick-up point.</summary>
    [JsonPropertyName("pc4")]
    public required IReadOnlyList<string> Postcodes { get; init; }

    [JsonPropertyName("certs")]
    public required IReadOnlyList<string> Certificates { get; init; }

    [JsonPropertyName("circ")]
    public required IReadOnlyList<string> Circumstances { get; init; }

    [JsonPropertyName("fixed")]
    public required IReadOnlyList<string> Fixed { get; init; }

    /// <summary>Fixed and flexible ones.</summary>
    [JsonPropertyName("parts")]
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>Parts of day that the minimum of the job needs.</summary>
    [JsonPropertyName("pneed")]
    public required int PartsNeeded { get; init; }

    /// <summary>Minutes a week that the job asks at least.</summary>
    [JsonPropertyName("least")]
    public required int Least { get; init; }

    /// <summary>Minutes a week that it can give at most.</summary>
    [JsonPropertyName("most")]
    public required int Most { get; init; }

    /// <summary>Demands of essential tasks: <c>B3:2</c>, and <c>A2!2</c> on a hard dimension that the job does not bridge.</summary>
    [JsonPropertyName("asks")]
    public required IReadOnlyList<string> Asks { get; init; }

    /// <summary>Two demands of one essential task: <c>B3:2+C4:3</c>.</summary>
    [JsonPropertyName("pairs")]
    public required IReadOnlyList<string> Pairs { get; init; }
}
