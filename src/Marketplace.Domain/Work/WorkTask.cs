using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Work;

/// <summary>A task: the unit of the product. What is done, how often, who does it now, and what it asks of a person.</summary>
public sealed class WorkTask : Root, IIndexedRoot, IGuardedText
{
    /// <summary>Most letters in <see cref="Name"/>.</summary>
    public const int MostLettersInName = 120;

    /// <summary>Most letters in <see cref="DoneBy"/>.</summary>
    public const int MostLettersInDoneBy = 60;

    /// <summary>A deleted task can be put back for so many days.</summary>
    public const int DaysInBin = 30;

    public static readonly StateTable<TaskState> States = new(
        (TaskState.Listed, TaskState.InJob),
        (TaskState.InJob, TaskState.Listed),
        (TaskState.Listed, TaskState.Deleted),
        (TaskState.Deleted, TaskState.Listed));

    private WorkTask()
    {
    }

    public WorkTask(Guid organisationId, string name, TaskRhythm rhythm, Act act)
    {
        OrganisationId = organisationId;
        Name = name;
        Rhythm = rhythm;
        Note<TaskState>(null, State, act);
    }

    /// <inheritdoc/>
    public long Revision { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>The job that the task is part of, when <see cref="State"/> is in a job.</summary>
    public Guid? JobId { get; private set; }

    public string Name { get; set; } = "";
    public TaskRhythm Rhythm { get; set; } = new(1, Frequency.Week, 5, 60);

    /// <summary>First and last month of the season, 1–12; null when the task is there all year.</summary>
    public int? SeasonFrom { get; set; }
    public int? SeasonTo { get; set; }

    /// <summary>Which function does it now, in the employer's words.</summary>
    public string DoneBy { get; set; } = "";

    /// <inheritdoc/>
    public List<string> NotNames { get; private set; } = [];

    /// <summary>Whether the task may move to another function. No: it cannot enter a job.</summary>
    public bool MayMove { get; set; } = true;

    /// <summary>Only a part may move: the rhythm is that of the part (domain.md §10.4: movable).</summary>
    public bool MovesPartly { get; set; }

    /// <summary>Extra guidance that this task takes of a colleague, minutes a week: 0–3,600.</summary>
    public int SupervisionMinutes { get; set; }

    /// <summary>"Hoort er altijd bij": an essential task cannot be taken off. Off unless ticked.</summary>
    public bool IsEssential { get; set; }

    /// <summary>The example that set the demands; a code of <see cref="TaskExamples"/>.</summary>
    public string? ExampleCode { get; set; }

    /// <summary>What the task asks. <see cref="Levels.None"/> means not asked yet, which is not 0.</summary>
    public Levels Demands { get; set; } = Levels.None;

    public List<string> Tags { get; set; } = [];
    public List<string> Certificates { get; set; } = [];
    public List<string> Circumstances { get; set; } = [];

    public TaskState State { get; private set; } = TaskState.Listed;
    public DateOnly? DeletedOn { get; private set; }

    public bool IsAsked => Demands.Known.Any(d => d.Value > 0);

    /// <summary>The first place in what is published of the task that may tell who somebody is; null when there is none.</summary>
    public TextFinding? FirstName => TextGuard.Check(Name, [], NotNames).Concat(TextGuard.Check(DoneBy, [], NotNames)).FirstOrDefault();

    /// <summary>Takes over what an example says of a task: demands, tags, certificates, circumstances and season.</summary>
    public void Follow(TaskExample example)
    {
        ExampleCode = example.Code;
        Demands = example.Demands;
        (Tags, Certificates, Circumstances) = ([.. example.Tags], [.. example.Certificates], [.. example.Circumstances]);
        (SeasonFrom, SeasonTo) = (example.SeasonFrom, example.SeasonTo);
    }

    /// <summary>Refuses codes outside the lists, half a season, and a task that may no longer move while it is in a job.</summary>
    /// <exception cref="RefusalException">An answer is not possible.</exception>
    public void GuardAnswers()
    {
        CodeGuard.AllIn(CodeLists.Tags, Tags);
        CodeGuard.AllIn(CodeLists.Certificates, Certificates);
        CodeGuard.AllIn(CodeLists.Circumstances, Circumstances);
        if ((SeasonFrom is null) != (SeasonTo is null))
            throw new RefusalException(Refusal.SeasonNeedsBothMonths);
        if (State == TaskState.InJob && !MayMove)
            throw new RefusalException(Refusal.TaskIsInJob);
    }

    /// <exception cref="RefusalException">The task may not move, is another employer's, or is not on the list.</exception>
    internal void Enter(Job job, Act act)
    {
        if (job.OrganisationId != OrganisationId)
            throw new RefusalException(Refusal.TaskNotYours);
        if (!MayMove)
            throw new RefusalException(Refusal.TaskMayNotMove, DoneBy);
        Move(TaskState.InJob, act);
        JobId = job.Id;
    }

    internal void Leave(Act act)
    {
        Move(TaskState.Listed, act);
        JobId = null;
        IsEssential = false;
    }

    public void Delete(Act act)
    {
        Move(TaskState.Deleted, act);
        DeletedOn = act.Today;
    }

    public void Restore(Act act)
    {
        Move(TaskState.Listed, act);
        DeletedOn = null;
    }

    private void Move(TaskState to, Act act)
    {
        States.Guard(State, to);
        Note<TaskState>(State, to, act);
        State = to;
    }
}
