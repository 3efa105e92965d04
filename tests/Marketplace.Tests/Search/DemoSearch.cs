using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching.Text;
using Marketplace.Tests.Data.Seeding;

namespace Marketplace.Tests.Search;

/// <summary>The jobs of the demo region as documents, and the labelled searches.</summary>
internal static class DemoSearch
{
    internal sealed record Labelled(string Kind, string Words, string[] Keys);

    internal static IReadOnlyList<Labelled> Searches { get; } =
        [.. Lines("labelled-searches.tsv").Select(l => l.Split('\t')).Select(c => new Labelled(c[0], c[1], c[2].Split(' ')))];

    internal static IReadOnlyList<JobDocument> Jobs { get; } = [.. DemoContent.Region.Jobs.Select(Of)];

    internal static JobSearchQuestion Everything { get; } = new() { Regions = [DemoContent.Region.Region.Code], States = Enum.GetValues<JobState>(), Size = 10 };

    internal static InProcessTextIndex InProcess(IEnumerable<JobDocument> jobs)
    {
        var index = new InProcessTextIndex();
        index.Rebuild(jobs.Select(j => new JobDocumentChange(j.Key, 1, j)));
        return index;
    }

    internal static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", file)).Where(l => l.Length > 0 && l[0] != '#');

    /// <summary>A stopped job gave its tasks back.</summary>
    private static JobDocument Of(DemoJob job)
    {
        var organisation = DemoContent.Region.Organisations.Single(o => o.Key == job.Organisation);
        var state = Enum.Parse<JobState>(job.State, ignoreCase: true);
        var tasks = state == JobState.Stopped ? [] : job.Tasks.Select(t => (Example: DemoContent.ByCode[t.Example], Task: DemoContent.TaskOf(job, t))).ToList();
        return new JobDocument
        {
            Key = job.Key,
            Title = job.Title,
            Tasks = [.. tasks.SelectMany(t => new[] { t.Example.Name, t.Example.Short })],
            Tags = [.. tasks.SelectMany(t => t.Example.Tags).Distinct()],
            DoneBy = [.. tasks.Select(t => t.Task.DoneBy ?? t.Example.DoneBy).Distinct()],
            Certificates = job.Certificates,
            Sector = job.Sector,
            Employer = organisation.Name,
            Place = organisation.Place,
            HoursMin = job.HoursMin,
            HoursMax = job.HoursMax,
            Dayparts = Dayparts.InOrder(job.FixedDayparts.Concat(job.FlexibleDayparts)),
            Form = job.Form,
            Offers = job.Offers,
            State = state,
            RegionCode = DemoContent.Region.Region.Code,
            PublishedAt = state == JobState.Concept ? null : new DateTime(2026, 11, 24).AddDays(-job.PostedDaysAgo),
        };
    }
}
