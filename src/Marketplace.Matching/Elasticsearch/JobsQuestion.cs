using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;
using static Marketplace.Matching.Elasticsearch.QueryParts;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// A question from a person as a search in <see cref="JobsIndex"/>: the conditions of <see cref="PeopleQuestion"/> with the roles changed. Rules
/// 1 to 6 are exact, but for codes outside the closed lists, which are left to the engine.
/// </summary>
/// <param name="question">The question.</param>
/// <param name="person">The person of the question.</param>
/// <param name="travel">The estimate of travel.</param>
internal sealed class JobsQuestion(JobQuestion question, CandidateFacts person, Travel travel)
{
    private const int LongestLevel = 3;

    internal SearchRequest Fitting()
    {
        var filter = new List<Query>
        {
            Terms("form", question.Candidate.Forms.Distinct().Order(StringComparer.Ordinal)),
            Terms("pc4", Within()),
            AtLeast("most", person.MinMinutes),
            AtMost("least", person.MaxMinutes),
        };
        if (question.Regions is { } regions)
            filter.Insert(0, Terms("region", regions.Order(StringComparer.Ordinal)));
        var not = new List<Query>();
        AddCodes(not);
        AddParts(filter, not);
        AddTasks(not);
        return Search("code", new BoolQuery { Filter = filter, MustNot = not });
    }

    /// <summary>Every postcode within the longest journey; a job is as near as the nearer of its own and its pick-up point.</summary>
    private List<string> Within()
    {
        var within = new List<string>();
        Span<int> byMode = stackalloc int[TravelModes.Table.Length];
        var farthestKm = Travel.Reach(person.Modes, person.MaxTravelMinutes) + Travel.MarginKm;
        foreach (var postcode in travel.Geography.Postcodes)
        {
            if (travel.StraightKmBetween(person.Postcode, postcode.Index) > farthestKm)
                continue;
            travel.ByMode(person.Postcode, postcode.Index, byMode);
            if (Travel.Fastest(byMode, person.Modes) <= person.MaxTravelMinutes)
                within.Add(postcode.Code);
        }

        return within;
    }

    /// <summary>Rules 2 and 3.</summary>
    private void AddCodes(List<Query> not)
    {
        var missing = CodeSet.Of(CodeLists.Certificates, CodeLists.Certificates.Codes).Except(person.Certificates).Sorted(CodeLists.Certificates);
        if (person.Certificates.Others.Count == 0)
            missing.Add(JobsIndex.OtherCertificate);
        not.Add(Terms("certs", missing));
        if (person.Exclusions.Bits != 0)
            not.Add(Terms("circ", CodeSet.OfBits(person.Exclusions.Bits).Sorted(CodeLists.Circumstances)));
    }

    /// <summary>Rule 5. A job's fixed parts are all there, so the parts of the job that the person has are the fixed and some of the flexible.</summary>
    private void AddParts(List<Query> filter, List<Query> not)
    {
        var parts = ClosedCodes.SortedDayparts(person.Dayparts);
        if (Dayparts.All.Except(parts).ToList() is { Count: > 0 } others)
            not.Add(Terms("fixed", others));
        if (person.MinMinutes == 0)
            return;
        filter.Add(AsManyAs("pneed", "parts", parts));
        if (Quarters.PartsFor(person.MinMinutes) is > 1 and var need)
            filter.Add(Any([.. parts.Select(part => Term("parts", part))], need));
    }

    /// <summary>Rule 6.</summary>
    private void AddTasks(List<Query> not)
    {
        var asks = new List<string>();
        var oneStep = new List<string>();
        foreach (var dimension in DimensionMask.In(person.Capacities.Known))
        {
            var bit = 1u << dimension.Index;
            var level = person.Capacities.LevelAt(dimension.Index);
            var tooMuch = level switch { 0 => 1, 1 => LongestLevel, _ => LongestLevel + 1 };
            for (var asked = tooMuch; asked <= LongestLevel; asked++)
                asks.Add(JobsIndex.Asks(dimension.Code, asked));
            if (level is 0 or LongestLevel || (person.Raised & bit) != 0)
                continue;
            if ((DimensionMask.Hard & bit) != 0)
                asks.Add(JobsIndex.AsksHard(dimension.Code, level + 1));
            else
                oneStep.Add(JobsIndex.Asks(dimension.Code, level + 1));
        }

        if (asks.Count > 0)
            not.Add(Terms("asks", asks));
        var pairs = oneStep.SelectMany((one, i) => oneStep.Skip(i + 1).Select(other => JobsIndex.Pair(one, other))).ToList();
        if (pairs.Count > 0)
            not.Add(Terms("pairs", pairs));
    }
}
