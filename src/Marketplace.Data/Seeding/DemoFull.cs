using System.Globalization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>
/// Rows of a whole region: its posters with tasks and a job, and people, each like one that was written, with names, postcodes, hours and
/// answers of their own. Work was posted over the last year.
/// </summary>
internal sealed class DemoFull(DemoContent written, DemoMore more, DateOnly today, Random random)
{
    /// <summary>Days from the posting of a job to the first morning of whoever got it; see <see cref="DemoHistory"/>.</summary>
    public const int PostedBeforeStart = 30;

    private readonly List<DemoContent.JobRow> _models = [.. written.Jobs.Where(j => j.State == "open" && j.Form == Forms.Regular)];

    /// <summary>Work and people; what happened between them comes when they are there.</summary>
    /// <param name="people">How many.</param>
    public DemoContent Rows(int people)
    {
        var posters = more.Organisations.Where(o => o.Tasks.Count > 0).ToList();
        var (tasks, jobs) = (new List<DemoContent.TaskRow>(), new List<DemoContent.JobRow>());
        foreach (var (n, poster) in posters.Index())
        {
            var state = State(n);
            var rows = poster.Tasks.ConvertAll(t => Task(poster, t, state is "none" or "stopped"));
            tasks.AddRange(rows);
            if (state != "none")
                jobs.Add(Job(n, poster, rows, state));
        }

        return written with
        {
            Region = more.Region,
            Organisations = [.. more.Organisations.Select(o => o.Organisation)],
            Tasks = tasks,
            Jobs = jobs,
            People = People(people),
            Proposals = [],
            Introductions = [],
            Placements = [],
        };
    }

    /// <summary>Of 25 posters 15 look for somebody, 4 found somebody, and the others are in every other state.</summary>
    private static string State(int number) => (number % 25) switch
    {
        2 or 8 or 14 or 20 => "filled",
        5 or 17 => "paused",
        11 => "concept",
        12 or 23 => "none",
        24 => "stopped",
        _ => "open",
    };

    private DemoContent.TaskRow Task(DemoMore.PosterRow poster, DemoMore.WordedTask task, bool isListed)
    {
        // No two firms need the same time for the same work.
        var rhythm = TaskExamples.Find(task.Example)!.Rhythm;
        var minutes = Math.Min(240, (int)(rhythm.Minutes * (1 + (random.Next(4) / 2m))) / 5 * 5);
        return new DemoContent.TaskRow(poster.Key, task.Example, isListed ? "listed" : "in-job", null, null, null, Math.Max(minutes, rhythm.Minutes), task.DoneBy, null, true, null, task.Name);
    }

    private DemoContent.JobRow Job(int number, DemoMore.PosterRow poster, List<DemoContent.TaskRow> tasks, string state)
    {
        var like = _models.Where(m => m.Sector == poster.Sector).ToList() is { Count: > 0 } same ? same[random.Next(same.Count)] : _models[random.Next(_models.Count)];
        var hours = decimal.Floor(tasks.Sum(Minutes) / 15m) / 4m;
        var min = Math.Min(Math.Max(2, decimal.Floor(hours / 2)), hours);
        var posted = state == "filled" ? random.Next(70, 360) : random.Next(4, 360);
        return like with
        {
            Key = poster.Key,
            Organisation = poster.Key,
            Title = poster.Job,
            Sector = poster.Sector,
            Form = poster.Form ?? Forms.Regular,
            Pc4 = poster.Pc4,
            PickUpPc4 = null,
            Offers = [.. like.Offers.Where(o => o != Measures.PickUp)],
            Certificates = [],
            Circumstances = [],
            State = state,
            PostedDaysAgo = posted,
            StateDaysAgo = state switch { "filled" => posted - PostedBeforeStart, "open" => posted, _ => random.Next(posted) },
            StartOffsetDays = state == "filled" ? PostedBeforeStart - posted : random.Next(7, 50),
            HoursMin = min,
            HoursMax = Math.Max(min, decimal.Floor(hours)),
            Tasks = [.. tasks.Select((t, i) => new DemoContent.JobTaskRow(t.Example, i == 0 && number % 3 == 0))],
        };
    }

    private static int Minutes(DemoContent.TaskRow row) => (TaskExamples.Find(row.Example)!.Rhythm with { Minutes = row.Minutes!.Value }).MinutesPerWeek;

    private List<DemoContent.PersonRow> People(int count)
    {
        var names = written.People.Select(p => (p.FirstName, p.LastName)).ToHashSet();
        var owners = more.Organisations.Select(o => o.Key).Concat(written.Region.Code == more.Region.Code ? written.Organisations.Select(o => o.Key) : []).ToHashSet();
        var people = new List<DemoContent.PersonRow>();
        for (var n = 0; n < count; n++)
        {
            (string First, string Last) name;
            do
                name = (Any(more.GivenNames), Any(more.FamilyNames));
            while (!names.Add(name));
            var person = DemoNumbers.Person(n, written, random);
            var asked = random.Next(10, 360);
            people.Add(person with
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{more.Region.Code}-{n + 1}"),
                FirstName = name.First,
                LastName = name.Last,
                AgeDays = random.Next(365),
                Phone = string.Create(CultureInfo.InvariantCulture, $"06 0000 {1000 + n}"),
                Pc4 = Any(more.Postcodes),
                Owner = owners.Contains(person.Owner) ? person.Owner : "sociale-dienst",
                StaffNote = DemoNotes.Of(person.Wishes.Tags, person.Helps, random),
                LastProposedDaysAgo = null,
                ConsentFound = GivenBefore(person.ConsentFound, asked),
                ConsentProposed = GivenBefore(person.ConsentProposed, asked),
                LadderDaysAgo = random.Next(20, 360),
            });
        }

        return people;
    }

    /// <summary>Consent was asked over the whole year.</summary>
    private static DemoContent.ConsentRow? GivenBefore(DemoContent.ConsentRow? consent, int daysAgo) =>
        consent is null ? null : consent with { GivenDaysAgo = Math.Max(daysAgo, consent.EndedDaysAgo ?? 0) };

    /// <summary>Days ago of the last such day before today.</summary>
    public int DaysSince(DayOfWeek day) => today.DayOfWeek == day ? 7 : ((int)today.DayOfWeek - (int)day + 7) % 7;

    private T Any<T>(List<T> of) => of[random.Next(of.Count)];
}
