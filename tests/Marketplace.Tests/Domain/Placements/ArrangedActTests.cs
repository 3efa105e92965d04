using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Xunit;

namespace Marketplace.Tests.Domain.Placements;

/// <summary>Who asks what where before when, and what a placement costs: over every status, form and some thousands of generated cases.</summary>
public sealed class ArrangedActTests
{
    private static readonly DateOnly Start = new(2026, 9, 1);
    private static readonly RegulationBook Book = RegulationBook.Current;
    private static readonly string[] Known = [.. CodeLists.Forms.Codes.Where(Forms.HasRegulations)];

    [Fact]
    public void An_employer_never_has_more_than_two_acts_and_every_act_has_an_owner_and_a_last_day()
    {
        foreach (var (placement, standing) in Cases(3_000))
        {
            var acts = ArrangedAct.Of(placement.Terms, Case(placement, standing).On(placement.Terms.Start, Book), Book);

            Assert.InRange(acts.Count(a => a.Owner == Recipient.Employer), 0, 2);
            Assert.Equal(acts.Count, acts.Select(a => a.Code).Distinct().Count());
            Assert.All(acts, a => Assert.True(a.LastDay >= placement.Terms.Start));
            Assert.Equal(placement.IsPaid, acts.Any(a => a.Code == ArrangedAct.Contract));
        }
    }

    [Fact]
    public void The_last_days_are_those_of_the_law()
    {
        Assert.Equal(Start, DayOf(["LKS_DOELGROEP"], ArrangedAct.Subsidy));
        Assert.Equal(Start.AddMonths(6), DayOf(["PW_BIJSTAND"], ArrangedAct.Subsidy)); // PW 10d(2)
        Assert.Equal(Start.AddMonths(3), DayOf(["WIA_WAO"], ArrangedAct.Declaration)); // WTL 2.7(1)
        Assert.Equal(Start, DayOf(["PW_NUG"], ArrangedAct.Register));
        Assert.Null(DayOf(["DGR_PW"], ArrangedAct.Register));
        Assert.Null(DayOf(["WW"], ArrangedAct.Subsidy));

        static DateOnly? DayOf(string[] statuses, string code)
        {
            var placement = Placement(Forms.Regular, 24);
            return ArrangedAct.Of(placement.Terms, Case(placement, Standing(placement, statuses, null)).On(Start, Book), Book).SingleOrDefault(a => a.Code == code)?.LastDay;
        }
    }

    [Fact]
    public void The_cost_of_a_placement_is_that_of_the_schemes_and_its_parts_add_up_to_the_cent()
    {
        var seen = 0;
        foreach (var (placement, standing) in Cases(3_000).Where(c => c.Placement.IsPaid))
        {
            placement.SetWage(new PlacementWage(15.5m, 38, 0.25m), minimum: null);
            var today = Start.AddDays(placement.Terms.HoursPerWeek > 20 ? 100 : -20);
            var cost = PlacementCost.Of(Case(placement, standing), today, Book.WithLastKnown())!;

            Assert.Equal(today > Start ? today : Start, cost.NowOn);
            Assert.Equal(cost.NowOn.AddMonths(6), cost.LaterOn);
            foreach (var part in new[] { cost.Now, cost.Later })
            {
                Assert.Equal(part.Wage, part.NetIfGranted + part.Deductions.Sum(d => d.Month));
                Assert.True(part.NetIfGranted <= part.Net && part.Net <= part.Wage);
            }

            seen += cost.Now.Deductions.Count;
        }

        Assert.True(seen > 500);
    }

    [Theory]
    [InlineData(0, 36, 0.25)]
    [InlineData(9_999_999.99, 36, 0.25)]
    [InlineData(15, 0, 0.25)]
    [InlineData(15, 36, 3)]
    [InlineData(15, 10, 0.25)]
    public void A_wage_that_cannot_be_is_refused(decimal hourly, decimal week, decimal charges) =>
        Assert.Throws<RefusalException>(() => Placement(Forms.Regular, 24).SetWage(new PlacementWage(hourly, week, charges), minimum: null));

    [Fact]
    public void A_wage_below_the_minimum_of_the_age_is_refused_and_so_is_a_wage_of_unpaid_work()
    {
        var refused = Assert.Throws<RefusalException>(() => Placement(Forms.Regular, 24).SetWage(new PlacementWage(14.98m, 36, 0.25m), 14.99m));
        Assert.Equal(Refusal.WageBelowMinimumOfAge, refused.Reason);
        Assert.Equal(Refusal.FactNotForThisForm, Assert.Throws<RefusalException>(() => Placement(Forms.Trial, 24).SetWage(new PlacementWage(15, 36, 0.25m), null)).Reason);
    }

    [Fact]
    public void Steps_follow_the_acts_are_never_doubled_and_go_when_an_act_no_longer_follows()
    {
        var placement = Placement(Forms.Regular, 24);
        var act = Now(Start.AddDays(-5));
        var acts = Acts(["LKS_DOELGROEP"]);
        var first = new PlacementFollowUp(placement);
        ArrangeRights.Lay(first, acts, [], act);
        Assert.Equal(acts.Select(a => a.Code).Order(), first.NewSteps.Select(s => s.About).Order());
        Assert.All(first.NewSteps, s => Assert.True(s.DueOn <= Start.AddDays(ArrangeRights.PromisedDays)));

        var again = new PlacementFollowUp(placement, [], first.NewSteps);
        first.NewSteps[0].Finish(act);
        ArrangeRights.Lay(again, acts, first.NewSteps, act);
        Assert.Empty(again.NewSteps);

        var none = new PlacementFollowUp(placement, [], first.NewSteps);
        ArrangeRights.Lay(none, [], first.NewSteps, act);
        Assert.All(first.NewSteps.Skip(1), s => Assert.True(s.IsVoid));
        Assert.False(first.NewSteps[0].IsVoid);

        IReadOnlyList<ArrangedAct> Acts(string[] statuses) => ArrangedAct.Of(placement.Terms, Case(placement, Standing(placement, statuses, null)).On(Start, Book), Book);
    }

    private static IEnumerable<(Placement Placement, Standing Standing)> Cases(int count)
    {
        var random = new Random(26);
        var statuses = LegalStatuses.All.Keys.ToArray();
        for (var i = 0; i < count; i++)
        {
            var placement = Placement(Known[random.Next(Known.Length)], 4 + random.Next(32));
            var has = statuses.Where(_ => random.Next(6) == 0).ToArray();
            yield return (placement, Standing(placement, has, random.Next(3) == 0 ? random.Next(0, 101) : null));
        }
    }

    private static PlacementCase Case(Placement placement, Standing standing) => new(placement, standing, new DateOnly(1990, 1, 1), 3, DeclarationAsked: false, Deviations: []);

    private static Standing Standing(Placement placement, string[] statuses, decimal? loonwaarde)
    {
        var standing = new Standing(placement.PersonId);
        standing.Record(new StandingFacts(statuses, loonwaarde, loonwaarde is null ? null : Start.AddDays(-30), null, null, null, null), Now(Start));
        return standing;
    }

    private static Act Now(DateOnly day) => new(Actor.Program, day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), day);

    private static Placement Placement(string form, decimal hours)
    {
        var now = Now(Start.AddDays(-20));
        var employer = new Organisation("Werkplaats", OrganisationKind.Company, saysNonProfit: false);
        employer.AddSite("Dordrecht", "3311");
        var person = new Person("K-10000", Guid.NewGuid(), "drechtsteden", Guid.NewGuid(), "3311", now);
        return new Placement(
            employer, employer.Sites[0], null, person, null,
            new PlacementTerms(form, Start, null, hours, SubsidyKind.None, null, LkvKind.None, CoachIssuer.None, null, null), "", now);
    }
}
