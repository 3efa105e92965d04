using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Xunit;

namespace Marketplace.Tests.Matching;

/// <summary>Failing rules, the order of a list, and <i>Past nu niet</i>.</summary>
public sealed class ListTests
{
    private static readonly MatchEngine Engine = MatchEngine.Standard;
    private static readonly Candidate Candidate = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Candidates[0];
    private static readonly MatchJob Job = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Jobs[0];

    [Fact]
    public void Nothing_fails_for_who_fits() => Assert.Equal(MatchRules.None, Engine.FailingRules(Candidate, Job));

    [Fact]
    public void Each_rule_is_looked_at_by_itself() => Assert.Equal(
        MatchRules.Form | MatchRules.Certificate | MatchRules.Exclusion | MatchRules.Travel | MatchRules.Dayparts | MatchRules.Tasks,
        Engine.FailingRules(
            Candidate with { MaxMinutes = 5, Dayparts = [] },
            Job with
            {
                Form = Forms.Volunteer,
                Certificates = ["haccp"],
                Circumstances = ["heights"],
                Tasks = [.. Job.Tasks.Select(t => t with { Essential = true })],
            }));

    [Fact]
    public void Too_few_parts_of_day_do_not_count_under_the_hours_as_well() =>
        Assert.Equal(MatchRules.Dayparts, Engine.FailingRules(Candidate with { Dayparts = ["mon-1", "tue-1"] }, Job));

    [Fact]
    public void Too_little_work_left_counts_under_the_hours_only() =>
        Assert.Equal(MatchRules.Hours, Engine.FailingRules(Candidate, Job with { Tasks = [.. Job.Tasks.Where(t => t.Code == "T1")] }));

    [Fact]
    public void An_essential_task_that_asks_too_much_does_not_count_under_the_hours_as_well() =>
        Assert.Equal(MatchRules.Tasks, Engine.FailingRules(
            Candidate, Job with { Tasks = [Job.Tasks.Last() with { MinutesPerWeek = 1_200, Essential = true }] }));

    [Fact]
    public void An_essential_task_that_is_shut_counts_under_certificates_and_circumstances_only()
    {
        // T4 also asks two steps too many.
        var tasks = Job.Tasks.Select(t => t.Code == "T4" ? t with { Essential = true, Certificates = ["haccp"], Circumstances = ["heights"] } : t);

        Assert.Equal(
            MatchRules.Certificate | MatchRules.Exclusion,
            Engine.FailingRules(Candidate, Job with { Tasks = [.. tasks] }));
    }

    [Fact]
    public void A_list_is_ordered_by_score_then_waiting_then_code()
    {
        var (early, late) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1));
        ListPlace[] inOrder =
        [
            new(80, late, "K-9"), new(70, null, "K-5"), new(70, early, "K-0a"), new(70, late, "K-1"), new(70, late, "K-A"), new(70, late, "K-a"),
            new(60, null, "K-0"),
        ];
        var shuffled = inOrder.ToArray();
        new Random(7).Shuffle(shuffled);

        Assert.Equal(inOrder, shuffled.Order(ListPlace.Order));
    }

    [Fact]
    public void Not_now_holds_who_is_near_enough_and_lists_the_ten_with_the_fewest_failing_rules()
    {
        var two = MatchRules.Form | MatchRules.Hours;
        var day = new DateOnly(2026, 1, 1);
        NotNowPerson[] people =
        [
            new("fits", MatchRules.None, 10, 30, null),
            new("too-far", MatchRules.Travel, 46, 30, null),
            new("edge", MatchRules.Travel, 45, 30, day),
            new("no-mode", MatchRules.Travel, null, 30, null),
            new("two-rules", two, 10, 30, null),
            .. Enumerable.Range(1, 9).Select(i => new NotNowPerson($"waits-{i}", MatchRules.Hours, 10, 30, day.AddDays(-i))),
        ];
        new Random(7).Shuffle(people);

        var notNow = NotNow.Of(people);

        Assert.Equal(12, notNow.Count);
        Assert.Equal(
            ["no-mode", .. Enumerable.Range(1, 9).Select(i => $"waits-{10 - i}")],
            notNow.Listed.Select(p => p.Code));
    }
}
