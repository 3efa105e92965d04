namespace Marketplace.Matching;

/// <summary>
/// Every number that a verdict or a point depends on, in one place (matching.md §5, §7 and §8; change that page together with this).
/// The levels and measures stand in <c>Domain.Vocabulary</c>, the speeds of travel in <see cref="Geo.TravelModes"/>.
/// </summary>
public static class Weights
{
    /// <summary>The most points for tasks.</summary>
    public const int Tasks = 50;

    /// <summary>The most points for each of hours, times, travel, wishes and growth.</summary>
    public const int Other = 10;

    /// <summary>Weight of a demand on a hard dimension; any other dimension weighs 1.</summary>
    public const int HardDimension = 2;

    /// <summary>Points off for each measure used, and the most in all.</summary>
    public const int MeasureUsed = 2, MeasuresAtMost = 10;

    /// <summary>Points off for each open question, and the most in all.</summary>
    public const int OpenQuestion = 1, OpenQuestionsAtMost = 5;

    /// <summary>Points for a wished sector.</summary>
    public const int WishedSector = 4;

    /// <summary>Points for each wished tag among the kept tasks, and the most in all.</summary>
    public const int WishedTag = 2, WishedTagsAtMost = 6;

    /// <summary>Points off for each tag among the kept tasks that is not wanted.</summary>
    public const int UnwantedTag = 3;

    /// <summary>Points for each dimension in which the work lets a person grow.</summary>
    public const int GrowthDimension = 5;

    /// <summary>A demand from this level on is a question when it was not discussed, and a reason when it is met.</summary>
    public const int QuestionFromLevel = 2;

    /// <summary>More open questions than this make the verdict <see cref="Verdict.ToDiscuss"/>.</summary>
    public const int OpenQuestionsWithoutDiscussion = 3;

    /// <summary>The set <i>Past nu niet</i> reaches this many minutes beyond the longest journey of a person.</summary>
    public const int NotNowExtraMinutes = 15;

    /// <summary>How many of <i>Past nu niet</i> are listed.</summary>
    public const int NotNowListed = 10;
}
