using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>Two scans of the demo: one half done by an employer, one finished with remarks of the adviser (demo.md).</summary>
internal static class DemoScans
{
    private const int TasksOfScan = 4;

    public static void Add(MarketplaceDbContext db, DemoRows rows)
    {
        if (rows.Organisations.ContainsKey("ochtendgeur"))
            Begin(db, rows, "ochtendgeur", "Bakkerij", ScanStep.Tasks);
        if (!rows.Organisations.ContainsKey("stationskwartier"))
            return;
        var finished = Begin(db, rows, "stationskwartier", "Buurthuis", ScanStep.Contact);
        var adviser = rows.Act(rows.Actors["adviseur"], 1);
        finished.Remark(ScanStep.Tasks, "tasks", "Denk ook aan de zaal klaarzetten. Dat blijft vaak liggen.", adviser);
        finished.Remark(ScanStep.Hours, "dayparts", "Twee dagdelen meer, dan past het bij meer mensen.", adviser);
    }

    private static Scan Begin(MarketplaceDbContext db, DemoRows rows, string key, string department, ScanStep last)
    {
        var organisation = rows.Organisations[key];
        var act = rows.Act(rows.Employer(key), 2);
        var job = new Job(organisation, "Nieuwe functie uit een scan", act);
        var scan = new Scan(job, act) { Department = department, BusyDayparts = ["mon-1", "tue-1", "fri-1", "fri-2"] };
        db.AddRange(job, scan);
        db.WorkTasks.AddRange(scan.Choose(job, [], [.. TaskExamples.All.Where(e => e.Sector == job.Sector).Take(TasksOfScan)], [], act));
        if (last == ScanStep.Contact)
        {
            (job.HoursMin, job.HoursMax, job.FlexibleDayparts) = (8, 12, ["mon-1", "tue-1", "wed-1", "thu-1"]);
            (scan.Guide, job.Offers, job.ProudTaskId) = ("beheerder van het buurthuis", ["fixed-supervisor"], job.Tasks[0].Id);
        }

        foreach (var step in Enum.GetValues<ScanStep>().Where(s => s <= last))
            scan.Keep(step, known: step != ScanStep.Workplace, act);
        return scan;
    }
}
