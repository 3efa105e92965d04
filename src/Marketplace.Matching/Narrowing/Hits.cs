namespace Marketplace.Matching.Narrowing;

/// <summary>Which index answered.</summary>
public enum IndexSource
{
    /// <summary>The index in the process.</summary>
    InProcess,

    /// <summary>Elasticsearch.</summary>
    Elasticsearch,
}

/// <summary>How many matches are in each band on screen (matching.md §7); together everybody who is not no-fit.</summary>
/// <param name="Fits"><i>Past goed</i>.</param>
/// <param name="WithAdaptation"><i>Past met aanpassing</i>.</param>
/// <param name="ToDiscuss"><i>Nog uitzoeken</i>.</param>
public readonly record struct BandCounts(int Fits, int WithAdaptation, int ToDiscuss)
{
    /// <summary>The three together.</summary>
    public int Total => Fits + WithAdaptation + ToDiscuss;

    internal static BandCounts Of(ReadOnlySpan<int> byVerdict) => new(
        byVerdict[(int)Verdict.Fit],
        byVerdict[(int)Verdict.FitWithSupport] + byVerdict[(int)Verdict.FitAfterCarving],
        byVerdict[(int)Verdict.ToDiscuss]);
}

/// <summary>The answer to a <see cref="CandidateQuestion"/>.</summary>
/// <param name="Source">Which index narrowed; verdicts and order are the same for each.</param>
/// <param name="Narrowed">How many people the index could not rule out: a superset of those who fit.</param>
/// <param name="Bands">Exact counts of everybody whom the viewer sees.</param>
/// <param name="NotNow">
/// <i>Past nu niet</i>: who does not fit and lives at most fifteen minutes beyond the longest journey, or has no way. Listed only when
/// <see cref="CandidateQuestion.ListsNotNow"/>.
/// </param>
/// <param name="Listed">At most <see cref="CandidateQuestion.Take"/>, in the order of a list (matching.md §8).</param>
/// <param name="WithOtherOffers">Exact counts for each of <see cref="CandidateQuestion.OtherOffers"/>.</param>
public sealed record CandidateHits(
    IndexSource Source, int Narrowed, BandCounts Bands, NotNow NotNow, IReadOnlyList<CandidateHit> Listed, IReadOnlyList<BandCounts> WithOtherOffers)
{
    /// <summary>Exact counts for each demand one level lower, by code of the dimension; only when <see cref="CandidateQuestion.CountsLowered"/>.</summary>
    public IReadOnlyDictionary<string, BandCounts> WithLowered { get; init; } = new Dictionary<string, BandCounts>();
}

/// <summary>One person who fits, as far as an index knows one.</summary>
/// <param name="Code">Code of the person.</param>
/// <param name="Judgement">Verdict and points of the engine.</param>
/// <param name="LastProposed">The day of the latest proposal; null: never.</param>
public sealed record CandidateHit(string Code, Judgement Judgement, DateOnly? LastProposed)
{
    internal int DaypartMask { get; init; }

    /// <summary>When the person is available, in the order of the week.</summary>
    public IReadOnlyList<string> Dayparts => Domain.Vocabulary.Dayparts.InOrder(ClosedCodes.SortedDayparts(DaypartMask));
}

/// <summary>The answer to a <see cref="JobQuestion"/>.</summary>
/// <param name="Source">Which index narrowed.</param>
/// <param name="Narrowed">How many jobs the index could not rule out.</param>
/// <param name="Bands">Exact counts of the jobs in the regions asked for.</param>
/// <param name="Listed">At most <see cref="JobQuestion.Take"/>: score descending, then code.</param>
public sealed record JobHits(IndexSource Source, int Narrowed, BandCounts Bands, IReadOnlyList<JobHit> Listed);

/// <summary>One job that fits.</summary>
/// <param name="Code">Code of the job.</param>
/// <param name="Judgement">Verdict and points of the engine.</param>
public sealed record JobHit(string Code, Judgement Judgement);
