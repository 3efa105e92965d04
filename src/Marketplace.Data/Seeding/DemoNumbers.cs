using System.Globalization;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>
/// More of the same for a region by numbers: employers with tasks and a job, and people, each like one that was written, with other hours,
/// answers and postcodes. They go through the same verbs as the written ones, in parts, so that memory stays small.
/// </summary>
internal static class DemoNumbers
{
    private const int PartSize = 500;

    /// <summary>Rows to add to the written ones, in parts that can be saved one by one.</summary>
    public static IEnumerable<DemoContent> Parts(DemoContent written, DemoSize size, Random random)
    {
        foreach (var part in Work(written, size, random).Chunk(PartSize))
        {
            yield return written with
            {
                Organisations = [.. part.Select(p => p.Organisation)],
                Tasks = [.. part.SelectMany(p => p.Tasks)],
                Jobs = [.. part.Select(p => p.Job).OfType<DemoContent.JobRow>()],
                People = [],
                Proposals = [],
            };
        }

        var people = (size.People ?? 0) - written.People.Count;
        foreach (var part in Enumerable.Range(0, Math.Max(0, people)).Select(n => Person(n, written, random) with { Owner = DemoRegion.SocialService }).Chunk(PartSize))
            yield return written with { Organisations = [], Tasks = [], Jobs = [], People = part, Proposals = [] };
    }

    private static IEnumerable<(DemoContent.OrganisationRow Organisation, List<DemoContent.TaskRow> Tasks, DemoContent.JobRow? Job)> Work(
        DemoContent written, DemoSize size, Random random)
    {
        var models = written.Jobs.Where(j => j.State is "open" or "paused").ToList();
        var owners = written.Jobs.Select(j => j.Organisation).Distinct().Count();
        var employers = Math.Max(0, (size.Employers ?? 0) - owners);
        var tasks = Math.Max(0, (size.Tasks ?? (employers * 3) + written.Tasks.Count) - written.Tasks.Count);
        for (var n = 0; n < employers; n++)
        {
            var model = models[random.Next(models.Count)];
            var like = written.Organisations.First(o => o.Key == model.Organisation);
            var key = string.Create(CultureInfo.InvariantCulture, $"{like.Key}-{n + 1}");
            var site = Any(written.Organisations, random);
            var share = (tasks * (n + 1L) / employers) - (tasks * (long)n / employers);
            var examples = Shuffled(TaskExamples.All.Where(e => e.Sector == model.Sector), random).Take((int)share).ToList();
            var organisation = like with { Key = key, Name = $"{like.Name} {n + 1}", Pc4 = site.Pc4, Place = site.Place, Email = $"{key}@demo.example" };
            yield return (organisation, examples.ConvertAll(e => new DemoContent.TaskRow(key, e.Code, "in-job", null, null, null, null, null, null, true, null)), Job(model, key, site.Pc4, examples, random));
        }
    }

    /// <summary>All tasks of an employer in one job; null when together they do not fill an hour.</summary>
    private static DemoContent.JobRow? Job(DemoContent.JobRow model, string organisation, string pc4, List<TaskExample> examples, Random random)
    {
        var hours = decimal.Floor(examples.Sum(e => e.Rhythm.MinutesPerWeek) / 15m) / 4m;
        if (hours < 1)
            return null;
        var min = Math.Min(model.HoursMin, hours);
        return model with
        {
            Key = organisation,
            Organisation = organisation,
            Pc4 = pc4,
            State = random.Next(10) == 0 ? "paused" : "open",
            PostedDaysAgo = 10 + random.Next(200),
            StateDaysAgo = random.Next(10),
            HoursMin = min,
            HoursMax = Math.Max(min, model.HoursMax),
            Tasks = [.. examples.Select((e, i) => new DemoContent.JobTaskRow(e.Code, i == 0 && random.Next(3) == 0))],
        };
    }

    internal static DemoContent.PersonRow Person(int number, DemoContent written, Random random)
    {
        var like = Any(written.People, random);
        var shift = random.Next(-2, 5);
        var min = Math.Clamp(like.Hours.Min + shift, 2, 36);
        var wish = Math.Max(min, Math.Min(like.Hours.Wish + shift, 40));
        var proposed = random.Next(3) == 0 ? random.Next(400) : (int?)null;
        return like with
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{like.Key}-{number + 1}"),
            FirstName = Any(written.People, random).FirstName,
            LastName = Any(written.People, random).LastName,
            AgeYears = 18 + random.Next(46),
            Email = null,
            Pc4 = Any(written.People, random).Pc4,
            Hours = new DemoContent.HoursRow(min, wish, Math.Max(wish, Math.Min(like.Hours.Max + shift, 40))),
            Travel = like.Travel with { MaxMinutes = Math.Clamp(like.Travel.MaxMinutes + (5 * random.Next(-2, 5)), 10, 90) },
            Capacities = [.. like.Capacities.Select(c => c with { Levels = c.Levels.ToDictionary(l => l.Key, l => Math.Clamp(l.Value + Shift(random), 0, 3)) })],
            LastProposedDaysAgo = proposed,
            LastReviewDaysAgo = random.Next(30, 300),
        };
    }

    /// <summary>Most answers are those of the model; some are one level off.</summary>
    private static int Shift(Random random) => random.Next(8) switch { 0 => -1, 1 => 1, _ => 0 };

    private static T Any<T>(IReadOnlyList<T> of, Random random) => of[random.Next(of.Count)];

    private static T[] Shuffled<T>(IEnumerable<T> of, Random random)
    {
        var all = of.ToArray();
        random.Shuffle(all);
        return all;
    }
}
