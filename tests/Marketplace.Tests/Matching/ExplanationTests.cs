using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Xunit;

namespace Marketplace.Tests.Matching;

/// <summary>The facts behind a result, on the worked example of matching.md §8 and changes of it.</summary>
public sealed class ExplanationTests
{
    private static readonly MatchEngine Engine = MatchEngine.Standard;
    private static readonly Candidate Candidate = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Candidates[0];
    private static readonly MatchJob Job = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Jobs[0];

    [Fact]
    public void Measures_say_which_gaps_they_bridge_and_where_they_come_from()
    {
        var measures = Engine.Explain(Candidate, Job).Measures;

        Assert.Equal(
            ["jobcoach: B6, brought", "quiet-place: B4, offered", "digital-help: C8, offered"],
            measures.Select(m => $"{m.Measure.Code}: {string.Join(' ', m.Bridges.Select(d => d.Code))}, {Source(m)}"));
        Assert.Equal(
            "offered and brought",
            Source(Engine.Explain(Candidate, Job with { Offers = [.. Job.Offers, "jobcoach"] }).Measures[0]));
    }

    [Fact]
    public void A_gap_that_two_used_measures_raise_stands_with_the_first()
    {
        // jobcoach raises B2 and B9, picture-instructions B2 and C6.
        var candidate = Candidate with { Capacities = Levels.Parse("B2=1 B9=1 C6=1"), Support = ["jobcoach", "picture-instructions"] };
        var job = Job with { Offers = [], Tasks = [Task("T1", "B2=2 B9=2 C6=2") with { MinutesPerWeek = 900 }] };

        Assert.Equal(
            ["B2 B9", "C6"],
            Engine.Explain(candidate, job).Measures.Select(m => string.Join(' ', m.Bridges.Select(d => d.Code))));
    }

    [Fact]
    public void Demands_from_2_that_are_met_are_reasons()
    {
        var met = Engine.Explain(Candidate, Job).Met;

        // The highest demand of the kept tasks counts; a demand of 1 is no reason, nor is the task that is off.
        Assert.Equal(["A2 2/2", "B5 2/2", "D1 2/2", "D2 2/3", "D5 2/2", "D6 2/2"], met.Select(Words));
    }

    [Fact]
    public void Open_questions_come_with_their_demand()
    {
        var candidate = Candidate with { Capacities = new Levels(Candidate.Capacities.Known.Where(k => k.Key is not ("D6" or "B3"))) };

        Assert.Equal(["D6 2/-"], Engine.Explain(candidate, Job).Questions.Select(Words));
    }

    [Fact]
    public void Wishes_and_growth_that_are_met_are_named()
    {
        var explanation = Engine.Explain(Candidate with { Wishes = Candidate.Wishes with { NotTasks = ["sorting", "reception"] } }, Job);

        Assert.True(explanation.SectorWished);
        Assert.Equal(["packing", "sorting"], explanation.WishedTags);
        Assert.Equal(["sorting"], explanation.UnwantedTags);
        Assert.Equal(["B6 2/1"], explanation.Growth.Select(Words));
    }

    [Fact]
    public void Every_task_says_what_becomes_of_it_and_why() => Assert.Equal(
        ["T1 Kept", "T2 Kept", "T3 KeptWithAdaptation C6 2/1", "T4 Out C2 3/1"],
        Engine.Explain(Candidate, Job).Tasks.Select(Words));

    [Fact]
    public void A_task_that_is_out_by_a_certificate_or_circumstance_names_those_and_no_dimension()
    {
        var tasks = Job.Tasks.Select(t => t.Code == "T4" ? t with { Certificates = ["haccp", "VCA-VOL", "haccp"] } : t);
        var task = Engine.Explain(Candidate with { Exclusions = ["cash"] }, Job with { Tasks = [.. tasks] }).Tasks[3];

        Assert.Equal(TaskState.Out, task.State);
        Assert.Null(task.Reason);
        Assert.Equal(["VCA-VOL", "haccp"], task.MissingCertificates);
        Assert.Equal(["cash"], task.ExcludedCircumstances);
    }

    [Fact]
    public void With_no_fit_only_the_tasks_are_explained()
    {
        var explanation = Engine.Explain(Candidate, Job with { Form = Forms.Volunteer });

        Assert.Equal(4, explanation.Tasks.Count);
        Assert.Empty(explanation.Met);
        Assert.Empty(explanation.Measures);
        Assert.False(explanation.SectorWished);
    }

    [Fact]
    public void Explanation_and_result_agree_over_generated_pairs() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(Generated.Candidate, Generated.Job),
        (candidate, job) =>
        {
            var (result, explanation) = (Engine.Match(candidate, job), Engine.Explain(candidate, job));
            var essentialOut = explanation.Tasks.Any(t => t.Essential && t.State == TaskState.Out);
            return result.Verdict == Verdict.NoFit
                ? !essentialOut || result.Decisive!.Rule <= MatchRules.Tasks
                : result.CarvedOut.SequenceEqual(explanation.Tasks.Where(t => t.State == TaskState.Out).Select(t => t.Task))
                    && result.Adaptations.SequenceEqual(explanation.Tasks.Where(t => t.State == TaskState.KeptWithAdaptation)
                        .Select(t => new Adaptation(t.Task, t.Reason!.Dimension.Code)))
                    && result.Measures.SequenceEqual(explanation.Measures.Select(m => m.Measure.Code))
                    && explanation.Measures.All(m => m.Bridges.Count > 0 && (m.Offered || m.BroughtAlong))
                    && result.OpenQuestions.SequenceEqual(explanation.Questions.Select(q => q.Dimension.Code));
        },
        iter: 2_000);

    private static MatchTask Task(string code, string demands) =>
        new() { Code = code, MinutesPerWeek = 60, Essential = false, Demands = Levels.Parse(demands) };

    private static string Source(MeasureUse use) =>
        string.Join(" and ", new[] { use.Offered ? "offered" : null, use.BroughtAlong ? "brought" : null }.OfType<string>());

    private static string Words(Step step) => $"{step.Dimension.Code} {step.Demand}/{(step.Capacity is { } level ? $"{level}" : "-")}";

    private static string Words(TaskOutcome task) => $"{task.Task} {task.State}{(task.Reason is { } step ? " " + Words(step) : "")}";
}
