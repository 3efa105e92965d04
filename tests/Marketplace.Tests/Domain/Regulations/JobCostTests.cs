using CsCheck;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Xunit;

namespace Marketplace.Tests.Domain.Regulations;

/// <summary>The price of a job, computed without any person (product.md "What an employer sees"; domain.md §10.6).</summary>
public sealed class JobCostTests
{
    private static readonly RegulationBook Book = RegulationBook.Current;
    private static readonly DateOnly Start = new(2026, 7, 1);
    private static readonly JobCostAssumptions Usual = new(20, 14.99m, 0.25m);

    [Fact]
    public void Twenty_hours_at_the_minimum_wage_cost_what_the_product_page_says()
    {
        var cost = JobCost.Of(Usual, Start, Book);

        Assert.Equal(1753.83m, cost.WithoutArrangements);
        Assert.Equal((530m, 1400m), cost.WithSubsidy);
        Assert.Equal(1753.83m - 876.38m, cost.Now.Least); // 2523.96 × 50 % × 1.25 × 20/36
        Assert.Equal(cost.Now.Least, cost.Now.Most);
        Assert.Equal(7, cost.Later.Number);
    }

    [Fact]
    public void Guidance_is_added_and_freed_hours_go_off()
    {
        var plain = JobCost.Of(Usual, Start, Book);
        var cost = JobCost.Of(Usual with { GuidanceHours = 2, GuidanceCost = 30, FreedHours = 5, FreedCost = 40 }, Start, Book);

        Assert.Equal((260m, 866.67m), (cost.Guidance, cost.Freed));
        Assert.Equal(plain.Wage, cost.Wage);
        Assert.Equal(plain.WithSubsidy, cost.WithSubsidy);
        Assert.All(plain.Months.Zip(cost.Months), pair => Assert.Equal(
            (pair.First.WithoutSubsidy - 606.67m, pair.First.Least - 606.67m, pair.First.Most - 606.67m), (pair.Second.WithoutSubsidy, pair.Second.Least, pair.Second.Most)));
    }

    [Fact]
    public void Months_whose_amounts_are_not_published_use_the_last_known_and_say_so()
    {
        var cost = JobCost.Of(Usual, Start, Book);

        // The reference day moves on 1 January only, so July 2026 counts until the end of the year (PW 10d(7)).
        Assert.Equal(Enumerable.Repeat(false, 6).Concat(Enumerable.Repeat(true, 18)), cost.Months.Select(m => m.IsToBeAdjusted));
        Assert.Equal(JobCost.MonthCount, cost.Months.Count);
        Assert.Equal(Start.AddMonths(23), cost.Months[^1].From);
        Assert.Equal(cost.Months[6], cost.Months[7] with { Number = 7, From = cost.Months[6].From });
    }

    [Theory]
    [InlineData(0, 14.99, 0.25)]
    [InlineData(61, 14.99, 0.25)]
    [InlineData(20, 0, 0.25)]
    [InlineData(20, 9999999.99, 0.25)]
    [InlineData(20, 14.99, 3)]
    [InlineData(20, 14.99, -0.01)]
    public void What_cannot_be_is_refused(double hours, double wage, double charges) => Assert.Equal(
        Refusal.JobCostOutOfRange,
        Assert.Throws<RefusalException>(() => JobCost.Of(new JobCostAssumptions((decimal)hours, (decimal)wage, (decimal)charges), Start, Book)).Reason);

    [Fact]
    public void The_parts_add_up_to_the_cent_and_agree_with_the_regulations() => Assumptions.Sample(a =>
    {
        var cost = JobCost.Of(a, Start, Book);
        Assert.Equal(cost.Wage.Gross + cost.Wage.Holiday + cost.Wage.Charges, cost.WithoutArrangements);
        Assert.All(cost.Months, m =>
        {
            Assert.Equal(cost.WithoutArrangements + cost.Guidance - cost.Freed, m.WithoutSubsidy);
            Assert.True(m.Least <= m.Most && m.Most <= m.WithoutSubsidy);
            Assert.Equal(m.Least, decimal.Round(m.Least, 2));
        });
        var (least, most) = (LksOf(a, 80), LksOf(a, 30));
        Assert.Equal((cost.Later.WithoutSubsidy - most, cost.Later.WithoutSubsidy - least), (cost.Later.Least, cost.Later.Most));
    }, iter: 300);

    [Fact]
    public void More_hours_never_lower_the_subsidy() => Gen.Select(Assumptions, Gen.Int[1, 80]).Sample((a, more) =>
    {
        var larger = a with { HoursPerWeek = Math.Min(JobCostAssumptions.MostHours, a.HoursPerWeek + (more / 4m)) };
        var (one, other) = (JobCost.Of(a, Start, Book), JobCost.Of(larger, Start, Book));
        Assert.True(one.Later.WithoutSubsidy - one.Later.Least <= other.Later.WithoutSubsidy - other.Later.Least);
        Assert.True(one.Now.WithoutSubsidy - one.Now.Least <= other.Now.WithoutSubsidy - other.Now.Least);
    }, iter: 300);

    private static Gen<JobCostAssumptions> Assumptions { get; } =
        from hours in Gen.Int[1, 4 * JobCostAssumptions.MostHours]
        from wage in Gen.Int[1499, 6000]
        from charges in Gen.Int[0, 100]
        from guidance in Gen.Int[0, 40]
        from freed in Gen.Int[0, 80]
        from perHour in Gen.Int[0, 9000]
        select new JobCostAssumptions(hours / 4m, wage / 100m, charges / 100m, guidance / 4m, perHour / 100m, freed / 4m, perHour / 100m);

    /// <summary>The amount of the command for one case: somebody of the group, July 2026 plus six months.</summary>
    private static decimal LksOf(JobCostAssumptions a, decimal loonwaarde)
    {
        var facts = new Facts(
            Start, new PersonFacts(new HashSet<Status> { Status.LksDoelgroep }, new DateOnly(1990, 1, 1), loonwaarde),
            new WorkFacts("regular", Start, HoursPerWeek: a.HoursPerWeek, FullTimeHours: Math.Max(36, a.HoursPerWeek), HourlyWage: a.HourlyWage, EmployerCharges: a.EmployerCharges));
        return Arrangements.Of(facts, Book).Results.Single(r => r.Scheme == "lks").Number("month")!.Value;
    }
}
