using System.Globalization;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// Everything that an employer's page, mail or file shows of a person, and the only place that makes it. It takes the frozen match, the
/// names of the tasks and, from stage 1 on, names and telephone numbers: status, wage value, birth date, levels, free text, what a person
/// brings along and the postcode are not among its inputs, so they cannot leak.
/// </summary>
public sealed record EmployerView
{
    private EmployerView()
    {
    }

    /// <summary>"Kandidaat" and the code of this person at this employer.</summary>
    public required string Title { get; init; }

    /// <summary>Every task of the job, in the order of the job.</summary>
    public required IReadOnlyList<EmployerTask> Tasks { get; init; }

    /// <summary>Hours a week in a band of four.</summary>
    public required string Hours { get; init; }

    /// <summary>The ride in a band, without the mode.</summary>
    public required string Travel { get; init; }

    /// <summary>What is asked of the employer, in the fixed sentences.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    /// <summary>First name at stage 1, full name at stage 2; null before.</summary>
    public string? Name { get; private init; }

    /// <summary>The person's own telephone, at stage 2 only.</summary>
    public string? Phone { get; private init; }

    /// <summary>The job coach, from stage 1 on.</summary>
    public CoachContact? Coach { get; private init; }

    /// <summary>Makes the view of one proposal.</summary>
    /// <param name="code">Four characters: the code of this person at this employer; null: not made yet.</param>
    /// <param name="match">What the engine found on the day of the proposal.</param>
    /// <param name="tasks">Tasks of the job, in the order in which they are shown.</param>
    /// <param name="stage">How far they are. What belongs to a later stage is left out, also when it is given.</param>
    /// <param name="person">Name and telephone out of the vault; null before stage 1.</param>
    /// <param name="coach">The coach of the proposal.</param>
    public static EmployerView Of(
        string? code,
        MatchSnapshot match,
        IEnumerable<JobTask> tasks,
        EmployerStage stage = EmployerStage.Proposal,
        PersonContact? person = null,
        CoachContact? coach = null)
    {
        var all = tasks.ToList();
        return new()
        {
            Title = code is null ? "Kandidaat" : $"Kandidaat {code}",
            Tasks = [.. all.Select(t => new EmployerTask(t.Name, FitOf(t.Id, match)))],
            Hours = HoursBand(match.Hours, match.JobHoursMax),
            Travel = TravelBand(match.TravelMinutes),
            Asked =
            [
                .. match.Asked.Select(CodeLists.Asked.Word),

                // Which ability it is about says something of the person: the coach tells that in the talk.
                .. all.Where(t => match.TasksAdapted?.Contains(t.Id) == true).Select(t => $"Een kleine aanpassing bij ‘{t.Name}’. De jobcoach bespreekt die met u."),
            ],
            Name = stage switch
            {
                EmployerStage.Introduction => person?.FirstName,
                EmployerStage.Contract => person is null ? null : $"{person.FirstName} {person.LastName}",
                _ => null,
            },
            Phone = stage == EmployerStage.Contract ? person?.Phone : null,
            Coach = stage == EmployerStage.Proposal ? null : coach,
        };
    }

    /// <summary>
    /// The whole combination that a page of stage 0 renders, without the code. Two people with the same combination look the same to this
    /// employer; how many there are is k.
    /// </summary>
    public string Combination => string.Join('|', [.. Tasks.Select(t => t.Fit.ToString()), Hours, Travel, .. Asked]);

    /// <summary>
    /// "16 tot 20 uur per week": from a multiple of four up to the next. The most hours of the job belong to the band that ends there, because
    /// a job of at most 20 hours has no band from 20.
    /// </summary>
    public static string HoursBand(decimal hours, decimal? jobMax)
    {
        var from = (int)(decimal.Floor(hours / 4) * 4);
        if (from > 0 && from == hours && hours == jobMax)
            from -= 4;
        return string.Create(CultureInfo.InvariantCulture, $"{from} tot {from + 4} uur per week");
    }

    /// <summary>"tot 15 minuten", 30, 45, or more; the bound itself belongs to the band.</summary>
    public static string TravelBand(int minutes) => minutes switch
    {
        <= 15 => "tot 15 minuten",
        <= 30 => "tot 30 minuten",
        <= 45 => "tot 45 minuten",
        _ => "meer dan 45 minuten",
    };

    private static TaskFit FitOf(Guid task, MatchSnapshot match) =>
        match.TasksOut.Contains(task) ? TaskFit.ComesOut
        : match.TasksKept is null || match.TasksKept.Contains(task) ? TaskFit.Fits
        : TaskFit.NotCompared;
}

/// <summary>A task of the job and what becomes of it.</summary>
public sealed record EmployerTask(string Name, TaskFit Fit);

/// <summary>What becomes of a task, in the three words that an employer reads.</summary>
public enum TaskFit
{
    /// <summary>Past.</summary>
    Fits,

    /// <summary>Komt eruit.</summary>
    ComesOut,

    /// <summary>Nog te bespreken: nothing was asked of the task, or it came into the job later. It says nothing about the person.</summary>
    NotCompared,
}

/// <summary>A task of the job, as the employer named it.</summary>
public sealed record JobTask(Guid Id, string Name);

/// <summary>What the vault may give to an employer, by stage.</summary>
public sealed record PersonContact(string FirstName, string LastName, string Phone);

/// <summary>Whom an employer calls: the coach, never the person, before contract.</summary>
public sealed record CoachContact(string Name, string Phone);
