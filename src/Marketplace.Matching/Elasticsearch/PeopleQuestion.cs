using System.Numerics;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Narrowing;
using static Marketplace.Matching.Elasticsearch.QueryParts;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// A question from a job as a search in <see cref="PeopleIndex"/>: the necessary conditions of matching.md §10, nothing else. Rules 1, 2, 3, 5
/// and 6 are exact; travel is by rings, and of rule 7 only what follows from the hours alone.
/// </summary>
/// <param name="question">The question.</param>
/// <param name="rings">Travel to its job.</param>
internal sealed class PeopleQuestion(CandidateQuestion question, TravelRings rings)
{
    /// <summary>Name of the count of who is surely near.</summary>
    internal const string Sure = "sure";

    private const string Value = "p";

    /// <summary>OpenSearch takes 1,024 conditions; what is beyond this is left to the engine.</summary>
    private const int MostTaskConditions = 700;

    private readonly CompiledJob _job = question.Widest;

    /// <summary>Who may fit.</summary>
    internal SearchRequest Fitting()
    {
        var filter = new List<Query> { Term("forms", _job.FormCode) };
        var not = new List<Query>();
        See(filter, not);
        filter.AddRange(_job.Certificates.Sorted(CodeLists.Certificates).Select(code => Term("certs", code)));
        if (!_job.Circumstances.IsEmpty)
            not.Add(Terms("excl", _job.Circumstances.Sorted(CodeLists.Circumstances)));
        filter.Add(Travel("reach"));
        AddHours(filter);
        AddParts(filter);
        AddTasks(not);
        return Search(Value, new BoolQuery { Filter = filter, MustNot = Some(not) });
    }

    /// <summary>Everybody who may be near enough for <i>Past nu niet</i>, or has no way.</summary>
    internal SearchRequest Near() => Search(Value, NearQuery());

    /// <summary>The size of that set: who is surely in it is counted, and who may be in it comes as a row.</summary>
    internal SearchRequest NearCount()
    {
        var sure = Any([.. rings.Rings.Where(r => r.Surely is not null).Select(r => All(Terms("pc4", r.Postcodes), AtLeast("far", r.Surely!.Value)))]);
        var search = Search(Value, NearQuery());
        search.Aggregations = new Dictionary<string, Aggregation> { [Sure] = new() { Filter = sure } };
        search.PostFilter = new BoolQuery { MustNot = [sure] };
        return search;
    }

    private BoolQuery NearQuery()
    {
        var (filter, not) = (new List<Query>(), new List<Query>());
        See(filter, not);
        filter.Add(Travel("far", rings.NoWay));
        return new BoolQuery { Filter = filter, MustNot = Some(not) };
    }

    /// <summary>Whom the viewer sees.</summary>
    private void See(List<Query> filter, List<Query> not)
    {
        if (question.Without.Count > 0)
            not.Add(new IdsQuery { Values = new Ids(question.Without.Order(StringComparer.Ordinal)) });
        if (question.Viewer is not { } viewer)
            return;
        var today = PackedDay.Nearest(viewer.Today);
        var holds = All(AtMost("from", today), AtLeast("until", today));
        filter.Add(Term("region", viewer.RegionCode));
        filter.Add(viewer.OrganisationId is { } own ? Any([holds, Term("own", PeopleIndex.OrganisationCode(own))]) : holds);
    }

    /// <summary>Rule 4.</summary>
    private Query Travel(string reach, IReadOnlyList<string>? anyway = null)
    {
        var ways = rings.Rings.Select(r => All(Terms("pc4", r.Postcodes), AtLeast(reach, r.Least))).ToList();
        ways.Add(AtLeast(reach, TravelRings.LeastBeyond));
        if (anyway is { Count: > 0 })
            ways.Add(Terms("pc4", anyway));
        return Any(ways);
    }

    /// <summary>Rule 7. A job whose own tasks do not fill its minimum fits nobody.</summary>
    private void AddHours(List<Query> filter)
    {
        var minutes = _job.Tasks.Sum(t => t.Minutes);
        filter.Add(AtMost("hmin", minutes < _job.MinMinutes ? -1 : Quarters.Of(Math.Min(minutes, _job.MaxMinutes))));
        filter.Add(AtLeast("hmax", Quarters.AtLeast(_job.MinMinutes)));
    }

    /// <summary>Rule 5.</summary>
    private void AddParts(List<Query> filter)
    {
        filter.AddRange(ClosedCodes.SortedDayparts(_job.Fixed).Select(part => Term("parts", part)));
        if (Quarters.PartsFor(_job.MinMinutes) - _job.FixedCount is > 0 and var more)
            filter.Add(Any([.. ClosedCodes.SortedDayparts(_job.Flexible).Select(part => Term("parts", part))], more));
        if (_job.MinMinutes > 0)
            filter.Add(AsManyAs("pneed", "parts", ClosedCodes.SortedDayparts(_job.Fixed | _job.Flexible)));
    }

    /// <summary>Rule 6, over the essential tasks.</summary>
    private void AddTasks(List<Query> not)
    {
        var gaps = new SortedSet<string>(StringComparer.Ordinal);
        var left = MostTaskConditions;
        var tooMany = new Dictionary<string, Query>(StringComparer.Ordinal);
        foreach (var task in Essential())
        {
            var bridged = new List<string>();
            foreach (var dimension in DimensionMask.In(task.Asked))
            {
                var (bit, asked) = (1u << dimension.Index, task.Demands.LevelAt(dimension.Index));
                gaps.Add(PeopleIndex.Gap(dimension.Code, Math.Max(1, asked - 1)));
                if (asked == 1 || (_job.Raised & bit) != 0)
                    continue;
                if ((DimensionMask.Hard & bit) != 0)
                    gaps.Add(PeopleIndex.GapWithHelp(dimension.Code, asked));
                else
                    bridged.Add(PeopleIndex.GapWithHelp(dimension.Code, asked));
            }

            if (bridged.Count < 2 || bridged.Count > left || !tooMany.TryAdd(string.Join(' ', bridged), Any([.. bridged.Select(gap => Term("gap", gap))], 2)))
                continue;
            left -= bridged.Count;
        }

        if (gaps.Count > 0)
            not.Add(Terms("gap", gaps));
        not.AddRange(tooMany.Values);
    }

    private IEnumerable<CompiledTask> Essential()
    {
        for (var tasks = _job.Essential; tasks != 0; tasks &= tasks - 1)
            yield return _job.Tasks[BitOperations.TrailingZeroCount(tasks)];
    }

    private static List<Query>? Some(List<Query> queries) => queries.Count > 0 ? queries : null;
}
