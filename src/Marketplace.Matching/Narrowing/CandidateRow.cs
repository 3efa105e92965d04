using System.Runtime.InteropServices;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching.Narrowing;

/// <summary>
/// One person in 60 bytes: everything that verdict, score, order and visibility need. Both indexes return it, and <see cref="MatchEngine"/>
/// computes from it. Who does not fit in a row (<see cref="TryPack"/>) stands beside the rows as <see cref="BesideCandidate"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = sizeof(uint))]
public readonly struct CandidateRow
{
    /// <summary>Bytes of a row.</summary>
    public const int Size = 60;

    // Codes: wished tags, tags not wanted, certificates, exclusions.
    private const int TagBits = 20, RareBits = 12;
    private const int UnwantedAt = TagBits, CertificatesAt = 2 * TagBits, ExclusionsAt = CertificatesAt + RareBits;

    // Times: parts of day, forms.
    private const int DaypartBits = 21, FormBits = 11;

    // Help: support, modes, region, not asked.
    private const int SupportBits = 16, ModeBits = 5, RegionBits = 8;
    private const int ModesAt = SupportBits, RegionAt = ModesAt + ModeBits, NotAskedAt = RegionAt + RegionBits;

    private const int QuarterMinutes = 15;

    /// <summary>The most regions that rows can name.</summary>
    internal const int MostRegions = 1 << RegionBits;

    /// <summary>The code as <see cref="PackedCode"/>.</summary>
    internal ulong PackedCode { get; private init; }

    private ulong Codes { get; init; }

    // A level is two bits, one in each mask.
    private uint High { get; init; }
    private uint Low { get; init; }

    // The level to reach, kept where something below 3 is known: elsewhere it never gives a point (matching.md §8). So level 3 with a target is
    // free to mean that the dimension is not known.
    private uint GrowthHigh { get; init; }
    private uint GrowthLow { get; init; }

    private uint Times { get; init; }
    private uint Help { get; init; }

    /// <summary>Place of the postcode in the <see cref="Geo.Geography"/>.</summary>
    internal ushort Postcode { get; private init; }

    private ushort LastProposedDay { get; init; }
    private ushort FoundFrom { get; init; }
    private ushort FoundUntil { get; init; }
    private ushort Organisation { get; init; }
    private ushort Sectors { get; init; }
    private byte MinQuarters { get; init; }
    private byte WishQuarters { get; init; }
    private byte MaxQuarters { get; init; }

    /// <summary>The longest journey in minutes.</summary>
    internal byte MaxTravelMinutes { get; private init; }

    /// <summary>Last, so that 56 bytes come before it: an index that keeps versions itself stores those only.</summary>
    internal uint Revision { get; private init; }

    /// <summary>Code of the person.</summary>
    public string Code => Narrowing.PackedCode.Unpack(PackedCode);

    /// <summary>The day of the latest proposal; null: never.</summary>
    public DateOnly? LastProposed => PackedDay.Unpack(LastProposedDay);

    internal int Modes => (int)(Help >> ModesAt) & (1 << ModeBits) - 1;
    internal int Support => (int)Help & (1 << SupportBits) - 1;
    internal int Dayparts => (int)Times & (1 << DaypartBits) - 1;
    internal int MinMinutes => MinQuarters * QuarterMinutes;
    internal int MaxMinutes => MaxQuarters * QuarterMinutes;

    internal LevelMasks Capacities => new(~(High | Low), Low & ~High, High & ~Low, High & Low & ~GrowthLow);

    /// <summary>Parts of day and forms together, to be compared with <see cref="Times"/> of a row in one step.</summary>
    internal static uint TimesMask(int dayparts, int forms) => (uint)dayparts | (uint)forms << DaypartBits;

    /// <summary>Whether every bit of <see cref="TimesMask"/> is there.</summary>
    internal bool HasTimes(uint all) => (Times & all) == all;

    /// <summary>Certificates and circumstances together, for <see cref="HasCodes"/>.</summary>
    internal static ulong CodesMask(uint certificates, uint circumstances) =>
        (ulong)certificates << CertificatesAt | (ulong)circumstances << ExclusionsAt;

    /// <summary>Whether each bit of <paramref name="asked"/> is as in <paramref name="wanted"/>.</summary>
    internal bool HasCodes(ulong asked, ulong wanted) => (Codes & asked) == wanted;

    /// <summary>Whether <see cref="Viewer"/> sees this person, with region and organisation as the numbers that the index gave them.</summary>
    internal bool IsSeenBy(int region, int organisation, ushort today) =>
        (Help >> RegionAt & (1 << RegionBits) - 1) == region
        && ((FoundFrom <= today && today <= FoundUntil) || ((Help >> NotAskedAt & 1) != 0 && Organisation == organisation));

    /// <summary>Packs a person.</summary>
    /// <param name="facts">The person as the engine knows one.</param>
    /// <param name="lastProposed">The day of the latest proposal.</param>
    /// <param name="found">Consent to be found.</param>
    /// <param name="region">Number of the region, 0–255.</param>
    /// <param name="organisation">Number of the organisation, 0–65,535.</param>
    /// <param name="revision">Revision of the person.</param>
    /// <param name="row">The row; meaningless when the answer is false.</param>
    /// <returns>False when something of the person does not fit: a code outside the closed lists, a long code, hours that are no quarters.</returns>
    internal static bool TryPack(
        in CandidateFacts facts, DateOnly? lastProposed, FoundConsent found, int region, int organisation, uint revision, out CandidateRow row)
    {
        var (can, target) = (facts.Capacities, facts.Growth);
        var (grows, unknown) = (can.At0 | can.At1 | can.At2, ~can.Known);
        var (certificates, exclusions) = (facts.Certificates, facts.Exclusions);
        var fits = Narrowing.PackedCode.TryPack(facts.Code, out var code)
            & PackedDay.TryPack(lastProposed, out var proposed)
            & AreQuarters(facts.MinMinutes) & AreQuarters(facts.WishMinutes) & AreQuarters(facts.MaxMinutes)
            & facts.MaxTravelMinutes is >= 0 and <= byte.MaxValue
            & IsWithin(facts.WishedTags, TagBits) & IsWithin(facts.UnwantedTags, TagBits) & IsWithin(facts.WishedSectors, 16)
            & IsWithin(certificates, RareBits) & IsWithin(exclusions, RareBits);
        row = new CandidateRow
        {
            PackedCode = code,
            Codes = facts.WishedTags.Bits | (ulong)facts.UnwantedTags.Bits << UnwantedAt | CodesMask(certificates.Bits, exclusions.Bits),
            High = can.At2 | can.At3 | unknown,
            Low = can.At1 | can.At3 | unknown,
            GrowthHigh = (target.At2 | target.At3) & grows,
            GrowthLow = (target.At1 | target.At3) & grows | unknown,
            Times = TimesMask(facts.Dayparts, facts.Forms),
            Help = (uint)facts.Support | (uint)facts.Modes << ModesAt | (uint)region << RegionAt | (found.WasAsked ? 0u : 1u << NotAskedAt),
            Revision = revision,
            Postcode = (ushort)facts.Postcode,
            LastProposedDay = proposed,
            // Without consent no day lies within.
            FoundFrom = found.From is { } from ? PackedDay.Nearest(from) : ushort.MaxValue,
            FoundUntil = found.From is null ? (ushort)0 : found.Until is { } until ? PackedDay.Nearest(until) : ushort.MaxValue,
            Organisation = (ushort)organisation,
            Sectors = (ushort)facts.WishedSectors.Bits,
            MinQuarters = (byte)(facts.MinMinutes / QuarterMinutes),
            WishQuarters = (byte)(facts.WishMinutes / QuarterMinutes),
            MaxQuarters = (byte)(facts.MaxMinutes / QuarterMinutes),
            MaxTravelMinutes = (byte)facts.MaxTravelMinutes,
        };
        return fits;
    }

    /// <summary>The person as the engine knows one, without the code: only a person who is shown needs that.</summary>
    internal CandidateFacts ToFacts() => new()
    {
        Code = "",
        Postcode = Postcode,
        MinMinutes = MinMinutes,
        WishMinutes = WishQuarters * QuarterMinutes,
        MaxMinutes = MaxMinutes,
        Dayparts = Dayparts,
        Modes = Modes,
        MaxTravelMinutes = MaxTravelMinutes,
        Forms = (int)(Times >> DaypartBits),
        Capacities = Capacities,
        Growth = new LevelMasks(0, GrowthLow & ~GrowthHigh & ~(High & Low), GrowthHigh & ~GrowthLow, GrowthHigh & GrowthLow),
        Support = Support,
        Raised = MeasureSets.Raises(Support),
        Certificates = Part(CertificatesAt, RareBits),
        Exclusions = Part(ExclusionsAt, RareBits),
        WishedSectors = CodeSet.OfBits(Sectors),
        WishedTags = Part(0, TagBits),
        UnwantedTags = Part(UnwantedAt, TagBits),
    };

    private CodeSet Part(int at, int bits) => CodeSet.OfBits((uint)(Codes >> at) & (1u << bits) - 1);

    private static bool AreQuarters(int minutes) => minutes % QuarterMinutes == 0 && minutes / QuarterMinutes <= byte.MaxValue;

    private static bool IsWithin(in CodeSet codes, int bits) => codes.Others.Count == 0 && codes.Bits >> bits == 0;

    static CandidateRow()
    {
        // A list that grows must not run into its neighbour; a person's own codes are looked at one by one.
        if (Measures.All.Count > SupportBits || CodeLists.Forms.Entries.Count > FormBits
            || Geo.TravelModes.Table.Length > ModeBits || Domain.Vocabulary.Dayparts.All.Count > DaypartBits || Dimensions.Count > 32)
        {
            throw new InvalidOperationException("A list has outgrown the row of a candidate.");
        }
    }
}
