using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Xunit;

namespace Marketplace.Tests.Domain.People;

/// <summary>A municipality may set its own rule aside for one person, with a reason; nothing of the law and of UWV (regulations.md).</summary>
public sealed class DeviationTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly RegulationBook Book = RegulationBook.Current;
    private static readonly Act Now = new(new Actor(Guid.NewGuid(), "S. Yilmaz", Guid.NewGuid(), "Sociale dienst", Role.Consultant, false, ["drechtsteden"]), new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc), Today);

    [Fact]
    public void Only_municipal_reasons_and_figures_and_sheltered_work_can_be_set_aside()
    {
        var offered = new HashSet<string>();
        foreach (var facts in Cases(4_000))
        {
            foreach (var result in Arrangements.Of(facts, Book).Results)
            {
                var options = Deviation.OptionsOf(result, facts);
                offered.UnionWith(options);
                foreach (var option in options.Where(o => MunicipalRule.Find(o) is null))
                {
                    Assert.NotEqual(Outcome.Yes, result.Outcome);
                    Assert.Contains(option, result.Reasons);
                    Assert.True(option == "sheltered-not-determined" || Reason.Of(option).KindFor(result.Scheme, facts) == ReasonKind.Municipal, option);
                }

                if (options.Contains(MunicipalRule.JobcoachHours.Code))
                    Assert.Equal("jobcoach", result.Scheme);
                if (result.Outcome != Outcome.Yes)
                    Assert.All(result.Reasons.Where(r => Reason.Of(r).KindFor(result.Scheme, facts) == ReasonKind.Municipal), r => Assert.Contains(r, options));
            }
        }

        Assert.Superset(new HashSet<string> { "jobcoach-municipality", "municipal-rules", "not-municipal-group", "trial-not-in-group", "participation-not-in-group", "sheltered-not-determined", "displacement", "unpaid-work-before", "jobcoach.hoursPerWeek" }, offered);
    }

    [Fact]
    public void A_decision_changes_its_own_scheme_only_and_never_an_amount_or_a_term_of_the_law()
    {
        var changed = 0;
        foreach (var facts in Cases(1_500))
        {
            var rule = Arrangements.Of(facts, Book);
            foreach (var result in rule.Results)
            {
                foreach (var option in Deviation.OptionsOf(result, facts).Where(o => MunicipalRule.Find(o) is null))
                {
                    var (deviation, _) = Deviation.Decide(Somebody(), result, facts, Answers(option), Book, Now);
                    var after = Deviation.Apply(rule.Results, [deviation], facts);
                    foreach (var (was, now) in rule.Results.Zip(after))
                    {
                        if (was.Scheme != result.Scheme)
                            Assert.Equal(was, now);
                        Assert.Equal((was.Amounts, was.Missing, was.Reasons, was.Parameters), (now.Amounts, now.Missing, now.Reasons, now.Parameters));
                        Assert.True(was.Until is null || now.Until <= was.Until || was.Outcome == Outcome.No, "no term becomes longer");
                        Assert.True(now.Outcome == was.Outcome || (was.Outcome, now.Outcome) is (Outcome.No, Outcome.Conditional) or (Outcome.Conditional, Outcome.Yes));
                        changed += now.Outcome != was.Outcome ? 1 : 0;
                    }
                }
            }
        }

        Assert.True(changed > 100, $"{changed} changed");
    }

    [Fact]
    public void A_statutory_no_beside_a_municipal_reason_stays_no()
    {
        var facts = new Facts(Today, new PersonFacts(new HashSet<Status> { Status.DgrPw }), new WorkFacts(Forms.Trial, Today, Today.AddMonths(2), 20, UnpaidWorkHereBefore: true));
        var trial = Arrangements.Of(facts, Book).Results.Single(r => r.Scheme == "trial-placement");
        var withLaw = trial with { Reasons = [.. trial.Reasons, "trial-needs-benefit"] };
        Assert.Contains("unpaid-work-before", Deviation.OptionsOf(trial, facts));
        var (deviation, _) = Deviation.Decide(Somebody(), trial, facts, Answers("unpaid-work-before"), Book, Now);

        Assert.Equal(Outcome.Conditional, Deviation.Apply([trial], [deviation], facts)[0].Outcome);
        Assert.Equal(Outcome.No, Deviation.Apply([withLaw], [deviation], facts)[0].Outcome);
    }

    [Fact]
    public void The_hours_of_the_coach_for_one_case_stand_in_the_place_of_those_of_the_municipality_as_long_as_the_decision_holds()
    {
        var (coach, facts) = Coach();
        var (deviation, step) = Deviation.Decide(Somebody(), coach, facts, Answers(MunicipalRule.JobcoachHours.Code) with { Value = 6, Until = Today.AddDays(60) }, Book, Now);

        Assert.Equal(6, Deviation.ValueOf([deviation], MunicipalRule.JobcoachHours, Today.AddDays(60)));
        Assert.Null(Deviation.ValueOf([deviation], MunicipalRule.JobcoachHours, Today.AddDays(61)));
        Assert.Null(Deviation.ValueOf([deviation], MunicipalRule.JobcoachHours, Today.AddDays(-1)));
        Assert.Equal((Today.AddDays(90), deviation.Id.ToString("N")), (step.DueOn, step.About));
    }

    [Fact]
    public void Looking_back_ends_the_decision_or_gives_it_a_next_day()
    {
        var (coach, facts) = Coach();
        var (deviation, _) = Deviation.Decide(Somebody(), coach, facts, Answers("jobcoach-municipality"), Book, Now);
        var next = deviation.LookBack("Het helpt.", Today.AddDays(120), Guid.NewGuid(), Now);
        Assert.Equal((Today.AddDays(120), true), (next!.DueOn, deviation.HoldsOn(Today.AddDays(300))));
        Assert.Null(deviation.LookBack("Nu niet meer nodig.", null, Guid.NewGuid(), Now));
        Assert.Equal((true, false), (deviation.HoldsOn(Today), deviation.HoldsOn(Today.AddDays(1))));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var (coach, facts) = Coach();
        Refused(Refusal.NotForMunicipality, Answers("jobcoach-uwv"));
        Refused(Refusal.MunicipalValueOutOfRange, Answers(MunicipalRule.JobcoachHours.Code));
        Refused(Refusal.MunicipalValueOutOfRange, Answers(MunicipalRule.JobcoachHours.Code) with { Value = 41 });
        Refused(Refusal.MunicipalValueOutOfRange, Answers("jobcoach-municipality") with { PaysPerMonth = 0 });
        Refused(Refusal.MunicipalValueOutOfRange, Answers("jobcoach-municipality") with { PaysPerMonth = 10_000.01m });
        Refused(Refusal.DecisionInFuture, Answers("jobcoach-municipality") with { DecidedOn = Today.AddDays(1) });
        Refused(Refusal.EndBeforeStart, Answers("jobcoach-municipality") with { Until = Today.AddDays(-1) });
        Refused(Refusal.LookBackNotAfterToday, Answers("jobcoach-municipality") with { LookBackOn = Today });

        void Refused(Refusal refusal, DeviationAnswers answers) =>
            Assert.Equal(refusal, Assert.Throws<RefusalException>(() => Deviation.Decide(Somebody(), coach, facts, answers, Book, Now)).Reason);
    }

    private static DeviationAnswers Answers(string rule) => new(rule, "Blijven werken.", "Daar is het voor.", "Wel doen.", "de raad", Today, null, null, null, Today.AddDays(90));

    private static Person Somebody() => new("K-00001", Guid.NewGuid(), "drechtsteden", Guid.NewGuid(), "3311", Now);

    private static (SchemeResult Coach, Facts Facts) Coach()
    {
        var facts = new Facts(Today, new PersonFacts(new HashSet<Status> { Status.DgrPw }), new WorkFacts(Forms.Regular, Today, null, 20), JobcoachHoursPerWeek: 3);
        return (Arrangements.Of(facts, Book).Results.Single(r => r.Scheme == "jobcoach"), facts);
    }

    private static IEnumerable<Facts> Cases(int count)
    {
        var random = new Random(414);
        string[] forms = [.. CodeLists.Forms.Codes.Where(Forms.HasRegulations)];
        for (var i = 0; i < count; i++)
        {
            var start = Today.AddDays(random.Next(-400, 60));
            yield return new Facts(
                Today,
                new PersonFacts(Enum.GetValues<Status>().Where(_ => random.Next(6) == 0).ToHashSet(), random.Next(5) == 0 ? null : new DateOnly(1960 + random.Next(46), 5, 1), random.Next(3) == 0 ? random.Next(0, 101) : null, Maybe(), Maybe(), null),
                new WorkFacts(
                    forms[random.Next(forms.Length)], start, random.Next(2) == 0 ? null : start.AddDays(random.Next(20, 500)), random.Next(4, 37), 36, 16m, 0.25m,
                    UnpaidWorkHereBefore: Maybe(), JobIntent: Maybe(), Displacement: random.Next(2) == 0 ? null : new Displacement(Yes(), Yes(), Yes(), true, true, Yes())),
                random.Next(2) == 0 ? null : 3);
        }

        bool? Maybe() => random.Next(3) switch { 0 => null, 1 => true, _ => false };
        bool Yes() => random.Next(4) == 0;
    }
}
