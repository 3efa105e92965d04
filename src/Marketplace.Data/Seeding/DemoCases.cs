using Marketplace.Domain.Vocabulary;

namespace Marketplace.Data.Seeding;

/// <summary>
/// The hard cases of demo.md that the written region does not hold. They take the place of people and jobs of the whole region, so that they
/// stand between the others.
/// </summary>
internal static class DemoCases
{
    /// <summary>Key of the job coach who left: the account is blocked, two people are still in that name.</summary>
    public const string CoachWhoLeft = "n.oud";

    /// <summary>Key of the job coach who was ill for months: nobody recorded a talk.</summary>
    public const string IllCoach = "l.smit";

    /// <summary>Key of a job coach of another organisation, who talks with the same employer.</summary>
    public const string SecondParty = "coach.merwedewerk";

    private const string Sob = "waterdriehoek";

    /// <summary>The coaches of the first placements.</summary>
    public static IReadOnlyList<DemoCoach> Coaches { get; } =
        [new(IllCoach, 150), new(IllCoach, 150), new(IllCoach, 150), new(CoachWhoLeft), new(CoachWhoLeft)];

    /// <summary>The cases among people, jobs and placements.</summary>
    public static DemoContent Add(DemoContent content, DemoFull full, DateOnly today)
    {
        var people = content.People.ToList();
        people[0] = people[0] with { Statuses = ["WW"], Loonwaarde = null, StatementOffsetDays = Until(EndOfFebruary(today), today) };
        foreach (var (n, pc4) in new[] { (1, "3361"), (2, "3317"), (3, "3353") })
            people[n] = people[n] with { Pc4 = pc4, Owner = "sociale-dienst" };
        people[4] = people[4] with { Statuses = ["LKS_DOELGROEP", "DGR_PW"], Loonwaarde = 60, LadderDaysAgo = 200, Owner = "sociale-dienst" };
        for (var n = 5; n < 8; n++)
            people[n] = people[n] with { Statuses = ["BESCHUT"], Loonwaarde = null, Owner = Sob };

        var jobs = content.Jobs.ToList();
        var friday = jobs.FindIndex(j => j.State == "open");
        var days = full.DaysSince(DayOfWeek.Friday);
        jobs[friday] = jobs[friday] with { PostedDaysAgo = days, StateDaysAgo = days, PostedAt = new TimeOnly(19, 40) };

        var three = jobs.FindLast(j => j.State == "filled")!.Organisation;
        var january = new DateOnly(today.Year + 1, 1, 31);
        List<DemoContent.PlacementRow> placements =
        [
            .. people[1..4].Select((p, i) => Contract($"drie-gemeenten-{i + 1}", p, three, 120 + i, "none", null) with { Lkv = "none" }),
            Contract("subsidie-tot-januari", people[4], jobs.First(j => j.State == "filled").Organisation, 260, "measured", Until(january, today)) with { EndOffsetDays = Until(january, today) },
            .. people[5..8].Select((p, i) => InWeek50($"week-50-{i + 1}", p, today)),
        ];
        return content with { People = people, Jobs = jobs, Placements = placements };
    }

    /// <summary>The employer that another party talks with too: its proposals that wait come from both.</summary>
    public static DemoContent AddSecondParty(DemoContent content)
    {
        var proposals = content.Proposals.ToList();
        var job = proposals.Where(p => p.State == "proposed").GroupBy(p => p.Job).First(g => g.Count() > 1).Key;
        var last = proposals.FindLastIndex(p => p.Job == job && p.State == "proposed");
        proposals[last] = proposals[last] with { Coach = SecondParty };
        return content with { Proposals = proposals };
    }

    private static DemoContent.PlacementRow Contract(string key, DemoContent.PersonRow person, string employer, int start, string subsidy, int? review) => new(
        key, person.Key, employer, null, employer, "sociale-dienst", Forms.Regular, "running", start, null, null, -start, 366 - start, -start,
        16, subsidy, review, "banenafspraak", "municipality", 366 - start, 15.4m, 38);

    /// <summary>A sheltered place beside those that the unit has, in the one week that everybody wants.</summary>
    private static DemoContent.PlacementRow InWeek50(string key, DemoContent.PersonRow person, DateOnly today)
    {
        var monday = Week50(today);
        var start = Until(monday, today);
        return new(
            key, person.Key, Sob, "samenstellen", Sob, Sob, Forms.Sheltered, "agreed", 5, null, null, start, start + 180, start,
            16, "measured", start + 180, "none", "none", null, 15.2m, 36);
    }

    /// <summary>The Monday of the next week 50.</summary>
    public static DateOnly Week50(DateOnly today)
    {
        var monday = DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(today.Year, 50, DayOfWeek.Monday));
        return monday > today ? monday : DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(today.Year + 1, 50, DayOfWeek.Monday));
    }

    /// <summary>The last day of the next February.</summary>
    public static DateOnly EndOfFebruary(DateOnly today)
    {
        var year = today.Month < 2 ? today.Year : today.Year + 1;
        return new DateOnly(year, 3, 1).AddDays(-1);
    }

    private static int Until(DateOnly day, DateOnly today) => day.DayNumber - today.DayNumber;
}
