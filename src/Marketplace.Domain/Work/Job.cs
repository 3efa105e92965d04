using Marketplace.Domain.Organisations;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Work;

/// <summary>A job (functie): a set of tasks at one place, carved by an employer.</summary>
public sealed class Job : Root, IIndexedRoot, IGuardedText
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

    /// <summary>"Doet niemand het? Schrijf: niemand."</summary>
    private const string Nobody = "niemand";

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
        var job = new Job(organisation, TitleOf(tasks), act);
        foreach (var task in tasks)
            job.Add(task, act);
        return job;
    }

    /// <summary>The name of a job of these tasks: after the one that takes most time.</summary>
    /// <exception cref="RefusalException">There is no task.</exception>
    public static string TitleOf(IReadOnlyCollection<WorkTask> tasks)
    {
        var most = tasks.MaxBy(t => t.Rhythm.MinutesPerWeek) ?? throw new RefusalException(Refusal.JobNeedsTask);
        var name = TaskExamples.Find(most.ExampleCode)?.Short ?? most.Name;
        return tasks.Count == 1 ? name : $"{name} en ander werk";
    }

    /// <inheritdoc/>
    public long Revision { get; private set; }

    public Guid OrganisationId { get; private set; }
    public string RegionCode { get; private set; } = "";
    public Guid? SiteId { get; set; }
    public string Pc4 { get; set; } = "";
    public string Place { get; set; } = "";
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    public List<string> NotNames { get; private set; } = [];
    public string Sector { get; set; } = "";
    public string Form { get; set; } = Forms.Regular;

    /// <summary>Gross wage that the employer pays, euro per hour in whole cents, above 0 and at most <see cref="JobCostAssumptions.MostPerHour"/>; null is the minimum wage.</summary>
    public decimal? HourlyWage { get; set; }

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

    /// <summary>The answers about displacement, by question; asked where <see cref="Forms.AsksDisplacement"/>.</summary>
    public IReadOnlyList<DisplacementAnswer> DisplacementAnswers { get; private set; } = [];

    /// <summary>The six answers together; null until all are given.</summary>
    public Displacement? Displacement => DisplacementAnswers is [var paid, var vacancy, var hire, var extra, var goal, var refilled]
        ? new Displacement(paid.Yes, vacancy.Yes, hire.Yes, extra.Yes, goal.Yes, refilled.Yes)
        : null;

    /// <summary>Who said yes for the team to the new division of tasks (domain.md §10.2, step 4); empty until it did.</summary>
    public string TeamYesBy { get; private set; } = "";

    /// <summary>The day of that yes.</summary>
    public DateOnly? TeamYesOn { get; private set; }

    /// <summary>The day on which team and adviser look back at the division of tasks.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>
    /// Put together from several tasks, at least one of which is now done by somebody: then a team gives something away and says yes first.
    /// One task that is posted by itself is not.
    /// </summary>
    public bool IsCarved => _tasks.Count > 1 && _tasks.Any(t => t.DoneBy.Length > 0 && !string.Equals(t.DoneBy, Nobody, StringComparison.OrdinalIgnoreCase));
    public JobState State { get; private set; } = JobState.Concept;
    public DateTime? PublishedAt { get; private set; }

    public IReadOnlyList<WorkTask> Tasks => _tasks;
    public int MinutesPerWeek => _tasks.Sum(t => t.Rhythm.MinutesPerWeek);

    /// <summary>A job of which no task was asked anything is not matched: otherwise everybody would fit.</summary>
    public bool CanBeMatched => State == JobState.Open && _tasks.Any(t => t.IsAsked);

    /// <summary>The task of which somebody would be proud ("Waar zou iemand trots op zijn?"); the job is told beginning with it. Null: not known.</summary>
    public Guid? ProudTaskId { get; set; }

    /// <summary>Ids of the tasks that a job coach suggested for this job; empty when nothing waits. It says nothing about for whom.</summary>
    public List<Guid> SuggestedTasks { get; private set; } = [];

    /// <summary>A job coach suggests other tasks; the employer decides (<see cref="Choose"/>). It takes the place of an earlier suggestion.</summary>
    /// <exception cref="RefusalException">No task is suggested, or the job is not to be changed.</exception>
    public void Suggest(IReadOnlyCollection<Guid> tasks)
    {
        if (tasks.Count == 0)
            throw new RefusalException(Refusal.JobNeedsTask);
        SuggestedTasks = [.. tasks.Order()];
        GuardChange();
    }

    /// <summary>Puts a listed task of the same employer into the job.</summary>
    /// <exception cref="RefusalException">The task may not move, is another employer's, or is not on the list.</exception>
    public void Add(WorkTask task, Act act)
    {
        task.Enter(this, act);
        if (!_tasks.Contains(task))
            _tasks.Add(task);
        ForgetTeam();
    }

    /// <summary>Takes a task back to the list.</summary>
    public void TakeOut(WorkTask task, Act act)
    {
        task.Leave(act);
        _tasks.Remove(task);
        ForgetTeam();
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
        SuggestedTasks = [];
        GuardChange();
    }

    /// <summary>Answers the questions about displacement. An answer that stays the same keeps who gave it and when.</summary>
    /// <param name="answers">Six answers, in the order of the questions.</param>
    /// <param name="act">Who, when.</param>
    /// <exception cref="RefusalException">The job is not to be changed, or is open and would not be allowed with these answers.</exception>
    public void AnswerDisplacement(IReadOnlyList<bool> answers, Act act)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(answers.Count, DisplacementAnswer.Questions);
        DisplacementAnswers = [.. answers.Select((yes, i) => DisplacementAnswers.FirstOrDefault(a => a.Question == i + 1 && a.Yes == yes)
            ?? new DisplacementAnswer(i + 1, yes, act.By.Name, act.By.UserId, act.At))];
        GuardChange();
    }

    /// <summary>Records the yes of the team to the new division of tasks. It holds for these tasks: in a concept it goes when they change.</summary>
    /// <param name="by">Who said it for the team, such as "de ploegleider"; at most 60 letters.</param>
    /// <param name="on">The day, not after today.</param>
    /// <param name="reviewOn">The day to look back, after today.</param>
    /// <param name="act">Who records it, when.</param>
    /// <exception cref="RefusalException">A date is not possible, or the job is not to be changed.</exception>
    public void RecordTeamYes(string by, DateOnly on, DateOnly reviewOn, Act act)
    {
        if (!CanChange)
            throw new RefusalException(Refusal.NotInThisState);
        if (on > act.Today)
            throw new RefusalException(Refusal.TeamYesInFuture);
        if (reviewOn <= act.Today)
            throw new RefusalException(Refusal.ReviewNotAfterToday);
        (TeamYesBy, TeamYesOn, ReviewOn) = (by, on, reviewOn);
    }

    /// <summary>
    /// Refuses a wage below the minimum for adults (Wet minimumloon en minimumvakantiebijslag, art. 7 and 8); the age of a person comes at
    /// contract. Where the amount of a later day is not published yet, the last known one counts: it never went down.
    /// </summary>
    /// <param name="book">The book of the program.</param>
    /// <param name="day">The first day of the work, or today when that is later.</param>
    /// <exception cref="RefusalException">The wage is too low; with the wage, the minimum and the day since when it holds.</exception>
    public void GuardWage(RegulationBook book, DateOnly day)
    {
        if (WageFault(book, day) is { } fault)
            throw fault;
    }

    /// <summary>What <see cref="GuardWage"/> would refuse; null when the wage is right.</summary>
    public RefusalException? WageFault(RegulationBook book, DateOnly day) =>
        HourlyWage is { } wage && Forms.IsPaid(Form) && book.Shown("wml.hourly", day).Version is { } version && version.Number() is { } least && wage < least
            ? new RefusalException(Refusal.WageBelowMinimum, wage, least, version.ValidFrom)
            : null;

    /// <summary>Why the job cannot be open now, every reason in the order of the form; empty when it can.</summary>
    public IReadOnlyList<RefusalException> WhyNotOpen(Organisation organisation, RegulationBook book, DateOnly today) =>
    [
        .. organisation.WhyNot(Form) is { } reason ? new[] { new RefusalException(reason, CodeLists.Forms.Word(Form)) } : [],
        .. WageFault(book, FirstDay(today)) is { } wage ? new[] { wage } : [],
        .. Missing(),
    ];

    /// <summary>The first day of the work that can be reckoned with.</summary>
    public DateOnly FirstDay(DateOnly today) => StartsOn > today ? StartsOn.Value : today;

    /// <summary>Publishes: concept → open.</summary>
    /// <exception cref="RefusalException">
    /// The form is not for this organisation; the wage is below the minimum; no movable task with demands; no hours, parts of day or place;
    /// the tasks do not fill the minimum hours (both numbers are in the refusal); a text names somebody; it is paid work offered without
    /// wage; or the team did not say yes to a carved job.
    /// </exception>
    public void Publish(Organisation organisation, RegulationBook book, Act act)
    {
        organisation.GuardForm(Form);
        GuardWage(book, FirstDay(act.Today));
        GuardComplete();
        Move(JobState.Open, act);
        PublishedAt ??= act.At;
    }

    /// <summary>Even niet.</summary>
    public void Pause(Act act) => Move(JobState.Paused, act);

    /// <summary>Open again, after even niet or when the place is free again.</summary>
    /// <exception cref="RefusalException">It is a concept, misses something, or pays less than the minimum wage of today.</exception>
    public void Reopen(RegulationBook book, Act act)
    {
        if (State == JobState.Concept)
            throw new RefusalException(Refusal.NotInThisState);
        GuardWage(book, FirstDay(act.Today));
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
        if (HourlyWage is { } wage && (wage is <= 0 or > JobCostAssumptions.MostPerHour || decimal.Round(wage, 2) != wage))
            throw new RefusalException(Refusal.WageOutOfRange, JobCostAssumptions.MostPerHour);
        if (HourlyWage is not null && !Forms.IsPaid(Form))
            throw new RefusalException(Refusal.WageNotForThisForm, CodeLists.Forms.Word(Form));
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
        if (TextGuard.Check(Title, [], NotNames) is [var name, ..])
            yield return new RefusalException(Refusal.TitleNamesSomebody, name.Word);
        foreach (var task in _tasks.Where(t => t.FirstName is not null).OrderBy(t => t.Name, StringComparer.Ordinal))
            yield return new RefusalException(Refusal.TaskNamesSomebody, task.Name, task.FirstName!.Word, task.Id);
        if (Forms.AsksDisplacement(Form) && Displacement?.Blocks(Form) != false)
            yield return Displacement is null ? new RefusalException(Refusal.JobNeedsDisplacement) : new RefusalException(Refusal.WorkIsPaidWork, CodeLists.Forms.Word(Form));
        if (IsCarved && TeamYesOn is null)
            yield return new RefusalException(Refusal.JobNeedsTeam);
    }

    private void ForgetTeam()
    {
        if (State == JobState.Concept)
            (TeamYesBy, TeamYesOn, ReviewOn) = ("", null, null);
    }

    private void Move(JobState to, Act act)
    {
        States.Guard(State, to);
        Note<JobState>(State, to, act);
        State = to;
    }
}
