using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Work;

/// <summary>A job (functie): a set of tasks at one place, carved by an employer.</summary>
public sealed class Job : Root, IIndexedRoot
{
    public static readonly StateTable<JobState> States = new(
        (JobState.Concept, JobState.Open),
        (JobState.Open, JobState.Paused),
        (JobState.Paused, JobState.Open),
        (JobState.Open, JobState.Filled),
        (JobState.Filled, JobState.Open),
        (JobState.Filled, JobState.Stopped),
        (JobState.Open, JobState.Stopped),
        (JobState.Paused, JobState.Stopped),
        (JobState.Concept, JobState.Stopped));

    /// <summary>Most letters in <see cref="Title"/>.</summary>
    public const int MostLettersInTitle = 140;

    private readonly List<WorkTask> _tasks = [];

    private Job()
    {
    }

    public Job(Organisation organisation, string title, Act act)
    {
        OrganisationId = organisation.Id;
        Title = title;
        Sector = organisation.Sector ?? CodeLists.Sectors.Codes.First();
        RegionCode = organisation.Regions.Select(r => r.RegionCode).FirstOrDefault() ?? "";
        ContactName = organisation.ContactName;
        ContactPhone = organisation.Phone;
        if (organisation.Sites.Count > 0)
            (SiteId, Pc4, Place) = (organisation.Sites[0].Id, organisation.Sites[0].Pc4, organisation.Sites[0].Place);
        Note<JobState>(null, State, act);
    }

    /// <summary>Makes a concept of these tasks; it is named after the one that takes most time.</summary>
    /// <exception cref="RefusalException">A task may not move, is another employer's, or is not on the list.</exception>
    public static Job Of(Organisation organisation, IReadOnlyCollection<WorkTask> tasks, Act act)
    {
        var most = tasks.MaxBy(t => t.Rhythm.MinutesPerWeek) ?? throw new RefusalException(Refusal.JobNeedsTask);
        var name = TaskExamples.Find(most.ExampleCode)?.Short ?? most.Name;
        var job = new Job(organisation, tasks.Count == 1 ? name : $"{name} en ander werk", act);
        foreach (var task in tasks)
            job.Add(task, act);
        return job;
    }

    /// <inheritdoc/>
    public long Revision { get; private set; }

    public Guid OrganisationId { get; private set; }
    public string RegionCode { get; private set; } = "";
    public Guid? SiteId { get; set; }
    public string Pc4 { get; set; } = "";
    public string Place { get; set; } = "";
    public string Title { get; set; } = "";
    public string Sector { get; set; } = "";
    public string Form { get; set; } = Forms.Regular;

    /// <summary>Hours a week; null until answered. Multiples of 0.25.</summary>
    public decimal? HoursMin { get; set; }
    public decimal? HoursMax { get; set; }
    public List<string> FixedDayparts { get; set; } = [];
    public List<string> FlexibleDayparts { get; set; } = [];
    public List<string> Certificates { get; set; } = [];
    public List<string> Circumstances { get; set; } = [];

    /// <summary>Measures that the employer offers.</summary>
    public List<string> Offers { get; set; } = [];

    /// <summary>Postcode of a pick-up point, when there is transport.</summary>
    public string? PickUpPc4 { get; set; }

    /// <summary>First possible day; null means as soon as possible.</summary>
    public DateOnly? StartsOn { get; set; }
    public string ContactName { get; set; } = "";
    public string ContactPhone { get; set; } = "";
    public JobState State { get; private set; } = JobState.Concept;
    public DateTime? PublishedAt { get; private set; }

    public IReadOnlyList<WorkTask> Tasks => _tasks;
    public int MinutesPerWeek => _tasks.Sum(t => t.Rhythm.MinutesPerWeek);

    /// <summary>A job of which no task was asked anything is not matched: otherwise everybody would fit.</summary>
    public bool CanBeMatched => State == JobState.Open && _tasks.Any(t => t.IsAsked);

    /// <summary>Puts a listed task of the same employer into the job.</summary>
    /// <exception cref="RefusalException">The task may not move, is another employer's, or is not on the list.</exception>
    public void Add(WorkTask task, Act act)
    {
        task.Enter(this, act);
        if (!_tasks.Contains(task))
            _tasks.Add(task);
    }

    /// <summary>Takes a task back to the list.</summary>
    public void TakeOut(WorkTask task, Act act)
    {
        task.Leave(act);
        _tasks.Remove(task);
    }

    /// <summary>Makes these the tasks of the job: what is new comes in, what is no longer chosen goes back to the list.</summary>
    /// <param name="chosen">At least one task of the same employer.</param>
    /// <param name="essential">Ids of the tasks that always belong to the job ("hoort er altijd bij").</param>
    /// <param name="act">Who, when.</param>
    /// <exception cref="RefusalException">None is chosen; a task cannot come in; the job is not to be changed, or would no longer be complete.</exception>
    public void Choose(IReadOnlyCollection<WorkTask> chosen, IReadOnlyCollection<Guid> essential, Act act)
    {
        if (chosen.Count == 0)
            throw new RefusalException(Refusal.JobNeedsTask);
        foreach (var task in _tasks.Except(chosen).ToList())
            TakeOut(task, act);
        foreach (var task in chosen.Except(_tasks).ToList())
            Add(task, act);
        foreach (var task in _tasks)
            task.IsEssential = essential.Contains(task.Id);
        GuardChange();
    }

    /// <summary>Why the job cannot be open now, every reason in the order of the form; empty when it can.</summary>
    public IReadOnlyList<RefusalException> WhyNotOpen(Organisation organisation) =>
        [.. organisation.WhyNot(Form) is { } reason ? new[] { new RefusalException(reason, CodeLists.Forms.Word(Form)) } : [], .. Missing()];

    /// <summary>Publishes: concept → open.</summary>
    /// <exception cref="RefusalException">
    /// The form is not for this organisation; no movable task with demands; no hours, parts of day or place; or the tasks do not fill
    /// the minimum hours (both numbers are in the refusal).
    /// </exception>
    public void Publish(Organisation organisation, Act act)
    {
        organisation.GuardForm(Form);
        GuardComplete();
        Move(JobState.Open, act);
        PublishedAt ??= act.At;
    }

    /// <summary>Even niet.</summary>
    public void Pause(Act act) => Move(JobState.Paused, act);

    /// <summary>Open again, after even niet or when the place is free again.</summary>
    public void Reopen(Act act)
    {
        if (State == JobState.Concept)
            throw new RefusalException(Refusal.NotInThisState);
        GuardComplete();
        Move(JobState.Open, act);
    }

    /// <summary>Bezet: a placement is agreed. A job that takes no proposals already (even niet, gestopt) stays what it is.</summary>
    public void Fill(Act act)
    {
        if (State == JobState.Open)
            Move(JobState.Filled, act);
    }

    /// <summary>Stops for good. The work is still there: the tasks go back to the list.</summary>
    public void Stop(Act act)
    {
        Move(JobState.Stopped, act);
        foreach (var task in _tasks.ToList())
            TakeOut(task, act);
    }

    /// <summary>Whether answers and tasks may still be changed.</summary>
    public bool CanChange => State is JobState.Concept or JobState.Open or JobState.Paused;

    /// <summary>Guards a change of answers or tasks: an open job stays complete.</summary>
    /// <exception cref="RefusalException">The job is filled or stopped, an answer is not possible, or an open job would miss something.</exception>
    public void GuardChange()
    {
        if (!CanChange)
            throw new RefusalException(Refusal.NotInThisState);
        if (State == JobState.Open)
            GuardComplete();
        else
            GuardAnswers();
    }

    /// <summary>Refuses hours out of order, parts of day that are both fixed and flexible, and codes outside the lists.</summary>
    public void GuardAnswers()
    {
        if (HoursMin > HoursMax)
            throw new RefusalException(Refusal.HoursOutOfOrder);
        if (FixedDayparts.Intersect(FlexibleDayparts).FirstOrDefault() is { } twice)
            throw new RefusalException(Refusal.DaypartFixedAndFlexible, Dayparts.Word(twice));
        CodeGuard.AllIn(CodeLists.Sectors, [Sector]);
        CodeGuard.AllIn(CodeLists.Forms, [Form]);
        CodeGuard.AllIn(CodeLists.Certificates, Certificates);
        CodeGuard.AllIn(CodeLists.Circumstances, Circumstances);
        CodeGuard.AllIn(CodeLists.Measures, Offers);
        CodeGuard.AllDayparts([.. FixedDayparts, .. FlexibleDayparts]);
    }

    private void GuardComplete()
    {
        GuardAnswers();
        if (Missing().FirstOrDefault() is { } missing)
            throw missing;
    }

    private IEnumerable<RefusalException> Missing()
    {
        if (_tasks.Count == 0)
            yield return new RefusalException(Refusal.JobNeedsTask);
        else if (!_tasks.Any(t => t.IsAsked))
            yield return new RefusalException(Refusal.JobNeedsDemands);
        if (HoursMin is null || HoursMax is null)
            yield return new RefusalException(Refusal.JobNeedsHours);
        if (FixedDayparts.Count + FlexibleDayparts.Count == 0)
            yield return new RefusalException(Refusal.JobNeedsDayparts);
        if (Pc4.Length == 0)
            yield return new RefusalException(Refusal.JobNeedsPlace);
        if (_tasks.Count > 0 && HoursMin is { } min && MinutesPerWeek < min * 60)
            yield return new RefusalException(Refusal.TasksDoNotFillHours, decimal.Round(MinutesPerWeek / 60m, 2), min);
    }

    private void Move(JobState to, Act act)
    {
        States.Guard(State, to);
        Note<JobState>(State, to, act);
        State = to;
    }
}
