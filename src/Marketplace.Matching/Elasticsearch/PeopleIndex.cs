using System.Text.Json.Serialization;
using Elastic.Clients.Elasticsearch.Mapping;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// The index of people: fields to filter on, and <c>p</c>, the row that the engine judges. No name, no identity and no free text; the key is
/// the code of the person. People who do not fit in a row are not in it: each node has them in its own process.
/// </summary>
internal sealed class PeopleIndex
{
    /// <summary>Raise it when a field changes its meaning.</summary>
    private const int Version = 1;

    private const int LongestLevel = 3;

    internal PeopleIndex(MatchEngine engine)
    {
        Rows = new StoredRow(engine.Travel.Geography);
        Definition = new SearchIndex
        {
            Name = "people",
            Schema = Rows.Schema(Version),
            Order = "ord",
            Fields = new Properties
            {
                { "ord", Kinds.Number() },
                { "pc4", Kinds.Code() },
                { "reach", Kinds.Number() },
                { "far", Kinds.Number() },
                { "hmin", Kinds.Number() },
                { "hmax", Kinds.Number() },
                { "pneed", Kinds.Need() },
                { "parts", Kinds.Code() },
                { "forms", Kinds.Code() },
                { "certs", Kinds.Code() },
                { "excl", Kinds.Code() },
                { "gap", Kinds.Code() },
                { "region", Kinds.Code() },
                { "own", Kinds.Code() },
                { "from", Kinds.LargeNumber() },
                { "until", Kinds.LargeNumber() },
                { "p", Kinds.Bytes() },
            },
        };
        _engine = engine;
    }

    private readonly MatchEngine _engine;

    internal SearchIndex Definition { get; }

    internal StoredRow Rows { get; }

    /// <summary>The write that a change is. Who does not fit in a row is taken out.</summary>
    /// <exception cref="ArgumentException">The candidate is not one that the engine takes.</exception>
    internal IndexWrite<PersonDocument> Write(CandidateChange change) =>
        new(change.Code, change.Revision, change.Candidate is { } person ? DocumentOf(person) : null);

    /// <summary>A person as a document; null when a row is too small.</summary>
    private PersonDocument? DocumentOf(IndexedCandidate person)
    {
        var facts = _engine.Compile(person.Candidate);
        if (!CandidateRow.TryPack(facts, person.Candidate.LastProposed, person.Found, region: 0, organisation: 0, revision: 0, out var row))
            return null;
        return new PersonDocument
        {
            Order = (short)facts.Postcode,
            Pc4 = person.Candidate.Pc4,
            Reach = TravelRings.Reach(facts.Modes, facts.MaxTravelMinutes),

            // Who has no mode is in "Past nu niet" wherever the job is.
            Far = facts.Modes == 0 ? short.MaxValue : TravelRings.Reach(facts.Modes, facts.MaxTravelMinutes + Weights.NotNowExtraMinutes),
            HoursMin = Quarters.Of(facts.MinMinutes),
            HoursMax = Quarters.Of(facts.MaxMinutes),
            PartsNeeded = Quarters.PartsFor(facts.MinMinutes),
            Parts = ClosedCodes.SortedDayparts(facts.Dayparts),
            Forms = [.. person.Candidate.Forms.Distinct()],
            Certificates = facts.Certificates.Sorted(CodeLists.Certificates),
            Exclusions = facts.Exclusions.Sorted(CodeLists.Circumstances),
            Gaps = GapsOf(facts),
            Region = person.RegionCode,
            OwnOf = person.Found.WasAsked ? null : OrganisationCode(person.OrganisationId),
            From = person.Found.From is { } from ? PackedDay.Nearest(from) : null,
            Until = person.Found.From is null ? null : person.Found.Until is { } until ? PackedDay.Nearest(until) : ushort.MaxValue,
            Row = Rows.Write(row),
        };
    }

    /// <summary>What an organisation is called here.</summary>
    internal static string OrganisationCode(Guid organisation) => FromDomain.CodeOf(organisation);

    /// <summary>The person can less than this level.</summary>
    internal static string Gap(string dimension, int level) => $"{dimension}<{level}";

    /// <summary>The same, also with what the person brings along.</summary>
    internal static string GapWithHelp(string dimension, int level) => $"{dimension}+<{level}";

    /// <summary>
    /// The shortfalls of what is known. What was not discussed has none, so nobody is left out for it; a measure brought along bridges one step
    /// of somebody who can at least something.
    /// </summary>
    private static List<string> GapsOf(in CandidateFacts facts)
    {
        var gaps = new List<string>();
        foreach (var dimension in Dimensions.All)
        {
            var bit = 1u << dimension.Index;
            if ((facts.Capacities.Known & bit) == 0)
                continue;
            var level = facts.Capacities.LevelAt(dimension.Index);
            var withHelp = level > 0 && (facts.Raised & bit) != 0 ? level + 1 : level;
            for (var asked = level + 1; asked <= LongestLevel; asked++)
                gaps.Add(Gap(dimension.Code, asked));
            for (var asked = withHelp + 1; asked <= LongestLevel; asked++)
                gaps.Add(GapWithHelp(dimension.Code, asked));
        }

        return gaps;
    }
}

/// <summary>One person in the index of people.</summary>
internal sealed record PersonDocument
{
    /// <summary>Place of the postcode: neighbours lie together.</summary>
    [JsonPropertyName("ord")]
    public required short Order { get; init; }

    [JsonPropertyName("pc4")]
    public required string Pc4 { get; init; }

    /// <summary>How far the person comes, in twelfths of a km.</summary>
    [JsonPropertyName("reach")]
    public required short Reach { get; init; }

    /// <summary>How far within fifteen minutes more.</summary>
    [JsonPropertyName("far")]
    public required short Far { get; init; }

    /// <summary>In quarters of an hour.</summary>
    [JsonPropertyName("hmin")]
    public required short HoursMin { get; init; }

    [JsonPropertyName("hmax")]
    public required short HoursMax { get; init; }

    /// <summary>Parts of day that the person's own minimum needs.</summary>
    [JsonPropertyName("pneed")]
    public required int PartsNeeded { get; init; }

    [JsonPropertyName("parts")]
    public required IReadOnlyList<string> Parts { get; init; }

    [JsonPropertyName("forms")]
    public required IReadOnlyList<string> Forms { get; init; }

    [JsonPropertyName("certs")]
    public required IReadOnlyList<string> Certificates { get; init; }

    [JsonPropertyName("excl")]
    public required IReadOnlyList<string> Exclusions { get; init; }

    /// <summary>Shortfalls: <c>B3&lt;2</c>, and <c>B3+&lt;2</c> with what comes along.</summary>
    [JsonPropertyName("gap")]
    public required IReadOnlyList<string> Gaps { get; init; }

    [JsonPropertyName("region")]
    public required string Region { get; init; }

    /// <summary>The organisation that sees the person although nobody asked for consent yet.</summary>
    [JsonPropertyName("own")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OwnOf { get; init; }

    /// <summary>First day of the consent to be found.</summary>
    [JsonPropertyName("from")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? From { get; init; }

    /// <summary>Last day of it.</summary>
    [JsonPropertyName("until")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Until { get; init; }

    /// <summary><see cref="StoredRow"/>.</summary>
    [JsonPropertyName("p")]
    public required byte[] Row { get; init; }
}
