using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Geo;

namespace Marketplace.Matching;

/// <summary>What the engine needs of a candidate, as bits and whole minutes; made once, compared with many jobs.</summary>
public readonly struct CandidateFacts
{
    internal string Code { get; init; }

    /// <summary>Place of the postcode in the <see cref="Geography"/>.</summary>
    internal int Postcode { get; init; }

    internal int MinMinutes { get; init; }
    internal int WishMinutes { get; init; }
    internal int MaxMinutes { get; init; }

    /// <summary>Bits by <see cref="Domain.Vocabulary.Dayparts.IndexOf"/>.</summary>
    internal int Dayparts { get; init; }

    internal int Modes { get; init; }
    internal int MaxTravelMinutes { get; init; }
    internal int Forms { get; init; }
    internal LevelMasks Capacities { get; init; }
    internal LevelMasks Growth { get; init; }
    internal int Support { get; init; }

    /// <summary>Dimensions that the measures brought along raise.</summary>
    internal uint Raised { get; init; }

    internal CodeSet Certificates { get; init; }
    internal CodeSet Exclusions { get; init; }
    internal CodeSet WishedSectors { get; init; }
    internal CodeSet WishedTags { get; init; }
    internal CodeSet UnwantedTags { get; init; }

    /// <summary>Makes the facts of a candidate.</summary>
    /// <exception cref="ArgumentException">A postcode, part of day, mode, form or measure is not known, or hours are not quarters.</exception>
    public static CandidateFacts Of(Candidate candidate, Geography geography)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(geography);
        var support = MeasureSets.Of(candidate.Support);
        return new CandidateFacts
        {
            Code = candidate.Code,
            Postcode = geography.Of(candidate.Pc4).Index,
            MinMinutes = HoursInMinutes.Of(candidate.Hours.Min),
            WishMinutes = HoursInMinutes.Of(candidate.Hours.Wish),
            MaxMinutes = HoursInMinutes.Of(candidate.Hours.Max),
            Dayparts = ClosedCodes.Dayparts(candidate.Dayparts),
            Modes = TravelModes.MaskOf(candidate.Modes),
            MaxTravelMinutes = candidate.MaxMinutes,
            Forms = ClosedCodes.Forms(candidate.Forms),
            Capacities = LevelMasks.Of(candidate.Capacities),
            Growth = LevelMasks.Of(candidate.Growth),
            Support = support,
            Raised = MeasureSets.Raises(support),
            Certificates = CodeSet.Of(CodeLists.Certificates, candidate.Certificates),
            Exclusions = CodeSet.Of(CodeLists.Circumstances, candidate.Exclusions),
            WishedSectors = CodeSet.Of(CodeLists.Sectors, candidate.Wishes.Sectors),
            WishedTags = CodeSet.Of(CodeLists.Tags, candidate.Wishes.Tasks),
            UnwantedTags = CodeSet.Of(CodeLists.Tags, candidate.Wishes.NotTasks),
        };
    }
}
