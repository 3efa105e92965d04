using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Work;

/// <summary>
/// A job-carving scan of an employer (J2): nine questions that together make a job. What belongs to the job and its tasks is kept there at
/// once; the scan keeps the rest: how far it is, what nobody knew, remarks, and links to go on.
/// </summary>
public sealed class Scan : Root, IGuardedText
{
    /// <summary>Most letters in <see cref="Department"/> and <see cref="Guide"/>.</summary>
    public const int MostLetters = 80;

    private readonly List<ScanRemark> _remarks = [];
    private readonly List<ScanLink> _links = [];

    private Scan()
    {
    }

    /// <summary>Begins a scan that fills a concept.</summary>
    /// <param name="job">A new concept without tasks.</param>
    /// <param name="act">Who, when.</param>
    public Scan(Job job, Act act)
    {
        (OrganisationId, RegionCode, JobId) = (job.OrganisationId, job.RegionCode, job.Id);
        (StartedBy, StartedByName, StartedOn, KeptAt) = (act.By.UserId, act.By.Name, act.Today, act.At);
    }

    public Guid OrganisationId { get; private set; }
    public string RegionCode { get; private set; } = "";
    public Guid JobId { get; private set; }
    public Guid? StartedBy { get; private set; }
    public string StartedByName { get; private set; } = "";
    public DateOnly StartedOn { get; private set; }

    /// <summary>When the last page was kept, UTC.</summary>
    public DateTime KeptAt { get; private set; }

    /// <summary>The day on which every question was seen.</summary>
    public DateOnly? FinishedOn { get; private set; }

    public string Department { get; set; } = "";

    /// <summary>Parts of day on which it is busy.</summary>
    public List<string> BusyDayparts { get; set; } = [];

    /// <summary>The function that guides on the floor; no name.</summary>
    public string Guide { get; set; } = "";

    /// <summary>Ids of the tasks that this scan put on the list, also those that may not move.</summary>
    public List<Guid> TaskIds { get; private set; } = [];

    /// <inheritdoc/>
    public List<string> NotNames { get; private set; } = [];

    /// <summary>Names of the <see cref="ScanStep"/>s that were answered.</summary>
    public List<string> Answered { get; private set; } = [];

    /// <summary>Names of the steps to which the answer was "Weet ik niet".</summary>
    public List<string> Unknown { get; private set; } = [];

    public IReadOnlyList<ScanRemark> Remarks => _remarks;
    public IReadOnlyList<ScanLink> Links => _links;

    /// <summary>Forgets the links whose last day lies before a day, with the address to which they went.</summary>
    public void ForgetLinks(DateOnly before) => _links.RemoveAll(l => l.ValidUntil < before);

    /// <summary>The first question without an answer; null when every question was seen.</summary>
    public ScanStep? Next => Enum.GetValues<ScanStep>().Where(s => !HasSeen(s)).Select(s => (ScanStep?)s).FirstOrDefault();

    public bool HasSeen(ScanStep step) => Answered.Contains(step.ToString()) || IsUnknown(step);

    public bool IsUnknown(ScanStep step) => Unknown.Contains(step.ToString());

    /// <summary>Keeps a page. Two people on one scan: the second one is refused as stale, because this always changes the scan.</summary>
    /// <param name="step">The page.</param>
    /// <param name="known">False: "Weet ik niet".</param>
    /// <param name="act">Who, when.</param>
    public void Keep(ScanStep step, bool known, Act act)
    {
        Answered.Remove(step.ToString());
        Unknown.Remove(step.ToString());
        (known ? Answered : Unknown).Add(step.ToString());
        KeptAt = act.At;
        if (Next is null)
            FinishedOn ??= act.Today;
    }

    /// <summary>
    /// Makes these the tasks of the scan and its job: an example that is new becomes a task with what is usual for it, words of the employer
    /// a task on which nothing was asked yet, and what is no longer chosen goes to the bin.
    /// </summary>
    /// <param name="job">The job of this scan, with its tasks.</param>
    /// <param name="mine">The tasks of this scan that are not in the bin.</param>
    /// <param name="examples">The ticked examples.</param>
    /// <param name="own">Tasks in own words.</param>
    /// <param name="act">Who, when.</param>
    /// <returns>The tasks that are new.</returns>
    /// <exception cref="RefusalException">Nothing is chosen, or the job cannot be changed any more.</exception>
    public IReadOnlyList<WorkTask> Choose(Job job, IReadOnlyList<WorkTask> mine, IReadOnlyCollection<TaskExample> examples, IReadOnlyCollection<string> own, Act act)
    {
        if (examples.Count + own.Count == 0)
            throw new RefusalException(Refusal.JobNeedsTask);
        var hasOwnTitle = job.Tasks.Count > 0 && !IsNamedAfter(job.Tasks) && !IsNamedAfter(mine);
        foreach (var gone in mine.Where(t => t.ExampleCode is { } code ? !examples.Any(e => e.Code == code) : !own.Contains(t.Name)))
        {
            if (gone.JobId is not null)
                job.TakeOut(gone, act);
            gone.Delete(act);
            TaskIds.Remove(gone.Id);
        }

        List<WorkTask> made =
        [
            .. examples.Where(e => !mine.Any(t => t.ExampleCode == e.Code)).Select(e => Made(e, act)),
            .. own.Where(name => !mine.Any(t => t.ExampleCode is null && t.Name == name)).Select(name => new WorkTask(OrganisationId, name, new TaskRhythm(1, Frequency.Week, 1, 60), act)),
        ];
        foreach (var task in made)
        {
            job.Add(task, act);
            TaskIds.Add(task.Id);
        }

        if (job.Tasks.Count > 0 && !hasOwnTitle)
            job.Title = Job.TitleOf(job.Tasks);
        job.GuardChange();
        return made;

        bool IsNamedAfter(IReadOnlyCollection<WorkTask> tasks) => tasks.Count > 0 && job.Title == Job.TitleOf(tasks);
    }

    /// <summary>What somebody says about one field of a question; an empty field is the whole question.</summary>
    public void Remark(ScanStep step, string field, string text, Act act) => _remarks.Add(new ScanRemark(step, field, text, act));

    /// <summary>Mails a link; the code itself is in the mail only.</summary>
    /// <exception cref="RefusalException">So many were mailed today already.</exception>
    public ScanLink Send(string hash, string email, Act act)
    {
        if (_links.Count(l => l.ValidUntil == act.Today.AddDays(ScanLink.Days)) >= ScanLink.MostADay)
            throw new RefusalException(Refusal.TooManyLinks);
        var link = new ScanLink(hash, email, act);
        _links.Add(link);
        return link;
    }

    private WorkTask Made(TaskExample example, Act act)
    {
        var task = new WorkTask(OrganisationId, example.Name, example.Rhythm, act) { DoneBy = example.DoneBy };
        task.Follow(example);
        return task;
    }
}
