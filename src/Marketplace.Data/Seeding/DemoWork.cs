using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>Tasks and jobs of the demo region, through the same verbs as the pages.</summary>
internal static class DemoWork
{
    private const string AsksFunctions = "retourhuis-de-kil";

    public static void Add(MarketplaceDbContext db, DemoContent content, DemoRows rows)
    {
        foreach (var row in content.Tasks)
        {
            var act = rows.Act(rows.Employer(row.Organisation), 60);
            var example = TaskExamples.Find(row.Example) ?? throw new InvalidOperationException($"No example {row.Example}.");
            var rhythm = new TaskRhythm(
                row.Times ?? example.Rhythm.Times,
                row.Per is null ? example.Rhythm.Per : Enum.Parse<Frequency>(row.Per, ignoreCase: true),
                row.DaysPerWeek ?? example.Rhythm.DaysPerWeek,
                row.Minutes ?? example.Rhythm.Minutes);
            var task = new WorkTask(rows.Organisations[row.Organisation].Id, row.Name ?? example.Name, rhythm, act)
            {
                DoneBy = row.DoneBy ?? example.DoneBy,
                MayMove = row.MayMove ?? true,
                SeasonFrom = example.SeasonFrom,
                SeasonTo = example.SeasonTo,
                Tags = [.. example.Tags],
                Circumstances = [.. example.Circumstances],
                Certificates = [.. example.Certificates],
                Demands = row.Demands is null ? example.Demands : new Levels(row.Demands),
                ExampleCode = row.Demands is { Count: 0 } ? null : example.Code,
            };
            if (row.DeletedDaysAgo is { } deleted)
                task.Delete(rows.Act(act.By, deleted));
            rows.Tasks.Add((row.Organisation, row.Example), task);
            db.WorkTasks.Add(task);
        }

        foreach (var row in content.Jobs)
            db.Jobs.Add(Job(row, rows));
        if (content.Organisations.Any(o => o.Key == AsksFunctions))
            AddFunctions(db, rows.Organisations[AsksFunctions]);
    }

    /// <summary>Two functions of the first employer said what an hour costs and what their freed time is for; the others were not asked yet.</summary>
    private static void AddFunctions(MarketplaceDbContext db, Organisation organisation)
    {
        foreach (var (name, cost, use) in new[] { ("planner", 38.00m, FreedFor.LessOvertime), ("heftruckchauffeur", 31.50m, FreedFor.MoreOwnWork) })
        {
            var function = new WorkerFunction(organisation.Id, name);
            function.Answer(cost, use);
            db.WorkerFunctions.Add(function);
        }
    }

    private static Job Job(DemoContent.JobRow row, DemoRows rows)
    {
        var organisation = rows.Organisations[row.Organisation];
        var employer = rows.Employer(row.Organisation);
        var posted = rows.Act(employer, row.PostedDaysAgo, row.PostedAt);
        var job = new Job(organisation, row.Title, posted)
        {
            Sector = row.Sector,
            Form = row.Form,
            HoursMin = row.HoursMin,
            HoursMax = row.HoursMax,
            FixedDayparts = row.FixedDayparts,
            FlexibleDayparts = row.FlexibleDayparts,
            Offers = row.Offers,
            Certificates = row.Certificates,
            Circumstances = row.Circumstances,
            PickUpPc4 = row.PickUpPc4,
            StartsOn = rows.Today.AddDays(row.StartOffsetDays),
        };
        foreach (var part in row.Tasks)
        {
            var task = rows.Tasks[(row.Organisation, part.Example)];
            job.Add(task, posted);
            task.IsEssential = part.Essential;
        }

        if (row.State != "concept")
        {
            AnswerFirst(job, posted);
            var call = AdviserCall.Publish(job, organisation, rows.Adviser, RegulationBook.Current, posted);
            rows.Steps.Add(call);
            if (row.State is "open" or "paused" && AdviserCall.LookBack(job, rows.Adviser) is { } lookBack)
                rows.Steps.Add(lookBack);
            if (row.PostedDaysAgo > 7)
                call.Finish(rows.Act(rows.Actors["adviseur"], row.PostedDaysAgo - 1));
        }

        rows.Jobs.Add(row.Key, job);
        return job;
    }

    /// <summary>What is asked before a job goes online: the team's yes, and that unpaid work is extra and somebody learns there.</summary>
    private static void AnswerFirst(Job job, Act act)
    {
        if (job.IsCarved)
            job.RecordTeamYes("de teamleider", act.Today.AddDays(-2), act.Today.AddMonths(3), act);
        if (Forms.AsksDisplacement(job.Form))
            job.AnswerDisplacement([false, false, false, true, true, false], act);
    }

    /// <summary>The state that each job has today, after its proposals.</summary>
    public static void Settle(DemoContent content, DemoRows rows)
    {
        foreach (var row in content.Jobs)
        {
            var job = rows.Jobs[row.Key];
            var changed = rows.Act(rows.Employer(row.Organisation), row.StateDaysAgo);
            switch (row.State)
            {
                case "paused":
                    job.Pause(changed);
                    break;
                case "filled":
                    job.Fill(changed);
                    break;
                case "stopped":
                    job.Stop(changed);
                    break;
                default:
                    break;
            }
        }
    }
}
