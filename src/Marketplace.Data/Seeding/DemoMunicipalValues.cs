using Marketplace.Domain.Regulations;

namespace Marketplace.Data.Seeding;

/// <summary>What the demo municipality set itself: two values that hold, and one that waits for the second administrator.</summary>
internal static class DemoMunicipalValues
{
    internal static void Add(MarketplaceDbContext db, DemoRows rows, RegulationBook book)
    {
        var municipality = rows.Organisations["sociale-dienst"].Id;
        var (one, other) = (rows.Actors["beheer"], rows.Actors["beheer2"]);
        var year = new DateOnly(rows.Today.Year, 1, 1);
        foreach (var (rule, value, article) in new[] { (MunicipalRule.JobcoachHours, 3m, 4), (MunicipalRule.LoonwaardeReview, 12m, 6) })
        {
            var set = MunicipalValue.Propose(municipality, rule, value, year, $"Verordening re-integratie Drechtsteden, artikel {article}", [], book, rows.Act(one, 60));
            set.Approve([], rows.Act(other, 59));
            db.MunicipalValues.Add(set);
        }

        db.MunicipalValues.Add(MunicipalValue.Propose(
            municipality, MunicipalRule.TrialFirstTerm, 2, rows.Today.AddMonths(1), "Verordening re-integratie Drechtsteden, artikel 9", [], book, rows.Act(other, 2)));
    }
}
