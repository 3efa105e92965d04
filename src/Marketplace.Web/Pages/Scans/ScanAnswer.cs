using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Texts;

namespace Marketplace.Web.Pages.Scans;

/// <summary>One field of a scan with its answer in words.</summary>
/// <param name="Step">The question.</param>
/// <param name="Field">The code of the field, or the id of a task.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Answer">The answer, "weet ik niet" or "nog niet gevraagd".</param>
public sealed record ScanAnswer(ScanStep Step, string Field, string Label, string Answer)
{
    /// <summary>What was said about it, the oldest first.</summary>
    public IReadOnlyList<ScanRemark> Remarks { get; private init; } = [];

    /// <summary>Every field, in the order of the questions.</summary>
    public static IReadOnlyList<ScanAnswer> Of(ScanFile file)
    {
        var (scan, job, tasks) = (file.Scan, file.Job, file.Tasks);
        List<ScanAnswer> rows =
        [
            Row(ScanStep.Department, "department", "Afdeling", scan.Department),
            Row(ScanStep.Department, "sector", "Branche", CodeLists.Sectors.Word(job.Sector)),
            Row(ScanStep.Busy, "busy", "Druk", WorkWords.Parts(scan.BusyDayparts)),
            Row(ScanStep.Tasks, "tasks", "Taken", WorkWords.Counted(tasks.Count, "taak", "taken")),
            .. tasks.Count == 0
                ? [Row(ScanStep.DoneNow, "done-now", "Wie doet het nu", "")]
                : tasks.Select(t => Row(ScanStep.DoneNow, t.Id.ToString("N"), t.Name, DoneNow(t))),
            Row(ScanStep.Workplace, "circumstances", "Werkplek", string.Join(", ", job.Circumstances.Select(CodeLists.Circumstances.Word))),
            Row(ScanStep.Hours, "hours", "Uren", WorkWords.Hours(job.HoursMin, job.HoursMax)),
            Row(ScanStep.Hours, "dayparts", "Dagdelen", WorkWords.Parts([.. job.FixedDayparts, .. job.FlexibleDayparts])),
            Row(ScanStep.Guidance, "guide", "Wie begeleidt", scan.Guide),
            Row(ScanStep.Guidance, "offers", "Wat u biedt", string.Join(", ", WorkWords.Offers(job.Offers))),
            Row(ScanStep.Proud, "proud", "Trots", tasks.FirstOrDefault(t => t.Id == job.ProudTaskId)?.Name ?? ""),
            Row(ScanStep.Contact, "name", "Wie wij bellen", job.ContactName),
            Row(ScanStep.Contact, "phone", "Telefoon", job.ContactPhone),
        ];
        return rows.ConvertAll(row => row with { Remarks = [.. scan.Remarks.Where(r => PlaceOf(r) == row.Field).OrderBy(r => r.At)] });

        // A remark about a task that is gone, or about a whole question, stands at the first field of its question.
        string PlaceOf(ScanRemark remark) =>
            (rows.Find(r => r.Field == remark.Field) ?? rows.Find(r => r.Step == remark.Step) ?? rows[0]).Field;

        ScanAnswer Row(ScanStep step, string field, string label, string answer) => new(
            step, field, label, scan.IsUnknown(step) ? ScanWords.Unknown : !scan.HasSeen(step) ? ScanWords.NotAsked : answer.Length > 0 ? answer : ScanWords.Nothing);
    }

    private static string DoneNow(WorkTask task) =>
        $"{WorkWords.Of(task.Rhythm)}. {(task.MayMove ? "Nu door" : "Blijft bij")}: {(task.DoneBy.Length > 0 ? task.DoneBy : ScanWords.Unknown)}";
}
