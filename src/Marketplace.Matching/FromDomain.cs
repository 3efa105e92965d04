using System.Globalization;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Work;
using Marketplace.Matching.Geo;

namespace Marketplace.Matching;

/// <summary>
/// The entities as the engine knows them, and its result as a proposal keeps it. Whoever compares a stored person with a stored job
/// comes through here, so that the workbench, the proposal and the command see the same.
/// </summary>
/// <remarks>
/// A task on which nothing was asked is not asked 0. It stays in the job with its minutes, because the hours of the job are real, and it
/// asks nothing; but nobody is said to fit it: a page says "Van deze taak is nog niets gevraagd" and a proposal names it neither kept nor
/// out. Where nothing but such tasks would be left, there is no match: of a whole job (<see cref="IsComparable(Job)"/>) and of one pair
/// (<see cref="ComparesSomething"/>), because otherwise everybody would fit.
/// </remarks>
public static class FromDomain
{
    /// <summary>Everything that a comparison needs is known, and the postcode is one of the country.</summary>
    public static bool IsComparable(this IComparedPerson person) => person.HasAllThatIsCompared() && Geography.Netherlands.TryGet(person.Pc4, out _);

    /// <summary>The job is open, something was asked of a task, and the postcode is one of the country.</summary>
    public static bool IsComparable(this Job job) => job.CanBeMatched && Geography.Netherlands.TryGet(job.Pc4, out _);

    /// <summary>A person as the engine knows one. What helps a person, status and wage value are no inputs.</summary>
    /// <exception cref="InvalidOperationException">The person is not complete.</exception>
    public static Candidate ToCandidate(this IComparedPerson person)
    {
        if (!person.HasAllThatIsCompared())
            throw new InvalidOperationException("A person is compared only when hours, parts of day, travel and forms are known.");
        return new Candidate
        {
            Code = person.Code,
            Pc4 = person.Pc4,
            Hours = new CandidateHours(person.HoursMin!.Value, person.HoursWish!.Value, person.HoursMax!.Value),
            Dayparts = person.AvailableDayparts,
            Modes = person.Modes,
            MaxMinutes = person.MaxTravelMinutes!.Value,
            Capacities = person.CapacityLevels,
            Certificates = person.Certificates,
            Exclusions = person.Exclusions,
            Support = person.BringsAlong,
            Forms = person.Forms,
            Wishes = new Wishes(person.WishedSectors, person.WishedTags, person.UnwantedTags),
            Growth = person.Growth,
            LastProposed = person.LastProposedOn,
        };
    }

    /// <summary>A job with its tasks as the engine knows one; the code of a task is its id, 32 digits without dashes.</summary>
    /// <exception cref="InvalidOperationException">The hours are not known.</exception>
    public static MatchJob ToMatchJob(this Job job) => new()
    {
        Code = CodeOf(job.Id),
        Pc4 = job.Pc4,
        Sector = job.Sector,
        Form = job.Form,
        Hours = job is { HoursMin: { } min, HoursMax: { } max }
            ? new JobHours(min, max)
            : throw new InvalidOperationException("A job is compared only when its hours are known."),
        FixedDayparts = job.FixedDayparts,
        FlexibleDayparts = job.FlexibleDayparts,
        Certificates = job.Certificates,
        Circumstances = job.Circumstances,
        Offers = job.Offers,
        PickUpPc4 = job.PickUpPc4,
        Tasks = [.. job.Tasks.Select(ToMatchTask)],
    };

    /// <summary>The same job as if these were its tasks.</summary>
    /// <exception cref="InvalidOperationException">The hours are not known.</exception>
    public static MatchJob ToMatchJob(this Job job, IEnumerable<WorkTask> tasks) => job.ToMatchJob() with { Tasks = [.. tasks.Select(ToMatchTask)] };

    /// <summary>Whether a task that was asked about stays; if not, this pair is not matched.</summary>
    public static bool ComparesSomething(this MatchResult result, Job job) => KeptAndAsked(result, job).Any();

    /// <summary>
    /// What a proposal keeps of a result, so that what an employer was told does not change under their hands. Asked of the employer is
    /// what the offer gives and the match uses; what the person brings along is never in it.
    /// </summary>
    /// <param name="result">Not no-fit.</param>
    /// <param name="why">The explanation of the same pair.</param>
    /// <param name="job">The job that was compared.</param>
    /// <exception cref="ArgumentException">The result is no-fit.</exception>
    public static MatchSnapshot ToSnapshot(this MatchResult result, Explanation why, Job job) => result is { Hours: { } hours, TravelMinutes: { } minutes }
        ? new MatchSnapshot(
            result.Verdict.Code(),
            [.. result.CarvedOut.Select(Guid.Parse)],
            [.. why.Measures.Where(m => m.Offered && !m.BroughtAlong).Select(m => m.Measure.Code)],
            hours,
            minutes,
            result.OpenQuestions)
        {
            TasksKept = [.. KeptAndAsked(result, job)],
            TasksAdapted = [.. result.Adaptations.Select(a => Guid.Parse(a.Task)).Distinct()],
            JobHoursMax = job.HoursMax,
        }
        : throw new ArgumentException("Nobody is proposed who does not fit.", nameof(result));

    /// <summary>The code of a task or a job: its id without dashes.</summary>
    public static string CodeOf(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    private static IEnumerable<Guid> KeptAndAsked(MatchResult result, Job job) =>
        job.Tasks.Where(t => t.IsAsked && !result.CarvedOut.Contains(CodeOf(t.Id))).Select(t => t.Id);

    private static MatchTask ToMatchTask(WorkTask task) => new()
    {
        Code = CodeOf(task.Id),
        MinutesPerWeek = task.Rhythm.MinutesPerWeek,
        Essential = task.IsEssential,
        Tags = task.Tags,
        Demands = task.Demands,
        Certificates = task.Certificates,
        Circumstances = task.Circumstances,
    };
}
