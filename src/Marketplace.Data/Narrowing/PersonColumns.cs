using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Data.Narrowing;

/// <summary>The columns of a stored person that an index reads, never tracked and never written.</summary>
public sealed class PersonColumns : IComparedPerson
{
    public Guid Id { get; private init; }
    public long Revision { get; private init; }
    public string Code { get; private init; } = "";
    public Guid OrganisationId { get; private init; }
    public string RegionCode { get; private init; } = "";
    public string Pc4 { get; private init; } = "";
    public decimal? HoursMin { get; private init; }
    public decimal? HoursWish { get; private init; }
    public decimal? HoursMax { get; private init; }
    public IReadOnlyList<string> AvailableDayparts { get; private init; } = [];
    public IReadOnlyList<string> Modes { get; private init; } = [];
    public int? MaxTravelMinutes { get; private init; }
    public IReadOnlyList<string> Certificates { get; private init; } = [];
    public IReadOnlyList<string> Exclusions { get; private init; } = [];
    public IReadOnlyList<string> BringsAlong { get; private init; } = [];
    public IReadOnlyList<string> Forms { get; private init; } = [];
    public IReadOnlyList<string> WishedSectors { get; private init; } = [];
    public IReadOnlyList<string> WishedTags { get; private init; } = [];
    public IReadOnlyList<string> UnwantedTags { get; private init; } = [];
    public Levels Growth { get; private init; } = Levels.None;
    public Levels CapacityLevels { get; private init; } = Levels.None;
    public DateOnly? LastProposedOn { get; private init; }
    public DateOnly? HelpedUntil { get; private init; }
}
