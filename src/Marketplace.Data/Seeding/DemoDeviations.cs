using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Data.Seeding;

/// <summary>One decision of the municipality to deviate, of which the day to look back is today.</summary>
internal static class DemoDeviations
{
    private const int DecidedDaysAgo = 91;

    public static void Add(MarketplaceDbContext db, DemoRows rows, RegulationBook book)
    {
        var act = rows.Act(rows.Actors["consulent"], DecidedDaysAgo);
        foreach (var person in rows.People.Where(p => p.Value.ConsultantId == act.By.UserId && rows.Standings.ContainsKey(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var facts = new Facts(act.Today, rows.Standings[person.Key].ToFacts(birthDate: null), new WorkFacts(Forms.Regular, act.Today, HoursPerWeek: 20));
            var coach = Arrangements.Of(facts, book).Results.First(r => r.Scheme == "jobcoach");
            if (!Deviation.OptionsOf(coach, facts).Contains(MunicipalRule.JobcoachHours.Code))
                continue;
            var answers = new DeviationAnswers(
                MunicipalRule.JobcoachHours.Code,
                "In de eerste weken is meer tijd nodig om de taken te leren. Daarna gaat het zelfstandig.",
                "De begeleiding zorgt dat iemand blijft werken. Daar is zij voor.",
                "Vier uur begeleiding per week in plaats van de gewone uren.",
                "teamleider werk",
                act.Today,
                Value: 4,
                PaysPerMonth: null,
                Until: null,
                LookBackOn: rows.Today);
            var (deviation, lookBack) = Deviation.Decide(person.Value, coach, facts, answers, book, act);
            db.Add(deviation);
            rows.Steps.Add(lookBack);
            return;
        }
    }
}
