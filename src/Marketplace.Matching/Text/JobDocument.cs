using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Matching.Text;

/// <summary>A job as the text index knows it. Nothing here is about a person.</summary>
public sealed record JobDocument
{
    /// <summary>Id of the job, 32 digits without dashes.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the job.</summary>
    public required string Title { get; init; }

    /// <summary>Names of the tasks, and of the examples that they follow.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>What the tasks are about; codes of the list of tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Which functions do the tasks now.</summary>
    public IReadOnlyList<string> DoneBy { get; init; } = [];

    /// <summary>Certificates that the job or a task asks.</summary>
    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>Branch.</summary>
    public required string Sector { get; init; }

    /// <summary>Name of the employer.</summary>
    public required string Employer { get; init; }

    /// <summary>Place of the work.</summary>
    public string Place { get; init; } = "";

    /// <summary>Hours a week.</summary>
    public decimal? HoursMin { get; init; }

    /// <inheritdoc cref="HoursMin"/>
    public decimal? HoursMax { get; init; }

    /// <summary>Parts of day, fixed and flexible.</summary>
    public IReadOnlyList<string> Dayparts { get; init; } = [];

    /// <summary>Form of work.</summary>
    public required string Form { get; init; }

    /// <summary>Measures that the employer offers.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>State of the job.</summary>
    public required JobState State { get; init; }

    /// <summary>Labour-market region.</summary>
    public required string RegionCode { get; init; }

    /// <summary>When the job was first open (UTC); null: never yet.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The document that a stored job is.</summary>
    /// <param name="job">With its tasks.</param>
    /// <param name="employer">Name of its organisation.</param>
    public static JobDocument Of(Job job, string employer)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobDocument
        {
            Key = FromDomain.CodeOf(job.Id),
            Title = job.Title,
            Tasks = [.. job.Tasks.SelectMany(t => new[] { t.Name, TaskExamples.Find(t.ExampleCode)?.Name, TaskExamples.Find(t.ExampleCode)?.Short }).OfType<string>().Distinct()],
            Tags = [.. job.Tasks.SelectMany(t => t.Tags).Distinct()],
            DoneBy = [.. job.Tasks.Select(t => t.DoneBy).Where(d => d.Length > 0).Distinct()],
            Certificates = [.. job.Certificates.Concat(job.Tasks.SelectMany(t => t.Certificates)).Distinct()],
            Sector = job.Sector,
            Employer = employer,
            Place = job.Place,
            HoursMin = job.HoursMin,
            HoursMax = job.HoursMax,
            Dayparts = Domain.Vocabulary.Dayparts.InOrder(job.FixedDayparts.Concat(job.FlexibleDayparts)),
            Form = job.Form,
            Offers = [.. job.Offers],
            State = job.State,
            RegionCode = job.RegionCode,
            PublishedAt = job.PublishedAt,
        };
    }

    /// <summary>The values of one facet, each once.</summary>
    public IReadOnlyList<string> Values(JobFacet facet) => facet switch
    {
        JobFacet.Sector => [Sector],
        JobFacet.Place => Place.Length == 0 ? [] : [Place],
        JobFacet.Hours => HoursBands.Of(HoursMin, HoursMax),
        JobFacet.Daypart => [.. Dayparts.Distinct()],
        JobFacet.Form => [Form],
        JobFacet.Offer => [.. Offers.Distinct()],
        _ => [State.ToString()],
    };

    /// <summary>As both indexes keep it.</summary>
    internal TextRecord ToRecord() => new(
        Key,
        Title,
        [.. Tasks, CodeLists.Tags.Words(Tags)],
        [CodeLists.Sectors.Word(Sector), CodeLists.Forms.Word(Form), CodeLists.Certificates.Words(Certificates), .. DoneBy],
        [Employer, Place],
        [.. Enum.GetValues<JobFacet>().Select(f => KeyValuePair.Create(TextFields.Of(f), Values(f))), KeyValuePair.Create<string, IReadOnlyList<string>>(TextFields.Region, [RegionCode])],
        PublishedAt is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToUnixTimeSeconds() : 0);
}

/// <summary>What an index must know of one job from now on. The same change may come twice, and an older one after a newer one.</summary>
/// <param name="Key">Key of the document.</param>
/// <param name="Revision">Rises with every save of the job.</param>
/// <param name="Document">Null: the job is removed.</param>
public sealed record JobDocumentChange(string Key, long Revision, JobDocument? Document)
{
    /// <summary>The change that a stored job is. Jobs in every state are in the index: an adviser searches them all.</summary>
    public static JobDocumentChange Of(Job job, string employer, long revision)
    {
        var document = JobDocument.Of(job, employer);
        return new JobDocumentChange(document.Key, revision, document);
    }

    /// <summary>The change that says that a job is no more.</summary>
    public static JobDocumentChange Removed(Guid jobId, long revision) => new(FromDomain.CodeOf(jobId), revision, null);
}
