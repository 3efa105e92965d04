using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.People;

/// <summary>
/// What a comparison with a job reads of a person: a whole <see cref="Person"/>, or only these columns where hundreds of thousands are read.
/// Both become a candidate in the same way.
/// </summary>
public interface IComparedPerson
{
    Guid Id { get; }

    /// <summary>Rises with every save.</summary>
    long Revision { get; }
    string Code { get; }
    Guid OrganisationId { get; }
    string RegionCode { get; }
    string Pc4 { get; }
    decimal? HoursMin { get; }
    decimal? HoursWish { get; }
    decimal? HoursMax { get; }
    IReadOnlyList<string> AvailableDayparts { get; }
    IReadOnlyList<string> Modes { get; }
    int? MaxTravelMinutes { get; }
    IReadOnlyList<string> Certificates { get; }
    IReadOnlyList<string> Exclusions { get; }
    IReadOnlyList<string> BringsAlong { get; }
    IReadOnlyList<string> Forms { get; }
    IReadOnlyList<string> WishedSectors { get; }
    IReadOnlyList<string> WishedTags { get; }
    IReadOnlyList<string> UnwantedTags { get; }
    Levels Growth { get; }
    Levels CapacityLevels { get; }
    DateOnly? LastProposedOn { get; }

    /// <summary>The day on which the help to find work ended; null: the person is helped.</summary>
    DateOnly? HelpedUntil { get; }
}

/// <summary>The rule of what a comparison needs.</summary>
public static class ComparedPerson
{
    /// <summary>Hours, parts of day, travel and forms are known, and the person is helped: without these the person cannot be compared with a job.</summary>
    public static bool HasAllThatIsCompared(this IComparedPerson person) =>
        person.HelpedUntil is null && person.HoursMin is not null && person.AvailableDayparts.Count > 0 && person.Modes.Count > 0 && person.MaxTravelMinutes is not null && person.Forms.Count > 0;
}
