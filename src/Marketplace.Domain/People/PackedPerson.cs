using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.People;

/// <summary>
/// What a comparison reads of a person, packed in <see cref="Size"/> bytes and stored beside the columns in the same transaction: the index of
/// a whole country is read from it. The columns are the truth; who cannot be packed is read from them, and so is everybody once a list has changed.
/// </summary>
public sealed class PackedPerson : IComparedPerson
{
    private const int HourParts = 4;

    /// <summary>First in every packed person: other lists give another mark, so that a bit never gets another meaning.</summary>
    private static readonly uint ListsMark = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        new[] { CodeLists.Modes, CodeLists.Certificates, CodeLists.Circumstances, CodeLists.Measures, CodeLists.Forms, CodeLists.Sectors, CodeLists.Tags }
            .Select(list => list.Codes).Append(Dayparts.All).Append(Dimensions.All.Select(d => d.Code)).Select(codes => string.Join(' ', codes))))));

    private PackedPerson(Guid id, long revision, string code, Guid organisationId, string regionCode, in Bytes bytes)
    {
        (Id, Revision, Code, OrganisationId, RegionCode) = (id, revision, code, organisationId, regionCode);
        Pc4 = bytes.Pc4.ToString("0000", CultureInfo.InvariantCulture);
        (HoursMin, HoursWish, HoursMax) = (Hours(bytes.HoursMin), Hours(bytes.HoursWish), Hours(bytes.HoursMax));
        MaxTravelMinutes = bytes.MaxTravelMinutes == 0 ? null : bytes.MaxTravelMinutes;
        AvailableDayparts = Dayparts.OfBits(bytes.AvailableDayparts);
        Modes = CodeLists.Modes.OfBits(bytes.Modes);
        Certificates = CodeLists.Certificates.OfBits(bytes.Certificates);
        Exclusions = CodeLists.Circumstances.OfBits(bytes.Exclusions);
        BringsAlong = CodeLists.Measures.OfBits(bytes.BringsAlong);
        Forms = CodeLists.Forms.OfBits(bytes.Forms);
        WishedSectors = CodeLists.Sectors.OfBits(bytes.WishedSectors);
        WishedTags = CodeLists.Tags.OfBits(bytes.WishedTags);
        UnwantedTags = CodeLists.Tags.OfBits(bytes.UnwantedTags);
        Growth = Levels.OfBits(bytes.Growth);
        CapacityLevels = Levels.OfBits(bytes.Capacities);
        LastProposedOn = bytes.LastProposedDay == 0 ? null : DateOnly.FromDayNumber(bytes.LastProposedDay);
    }

    /// <summary>Bytes of a packed person.</summary>
    public static int Size => Marshal.SizeOf<Bytes>();

    public Guid Id { get; }
    public long Revision { get; }
    public string Code { get; }
    public Guid OrganisationId { get; }
    public string RegionCode { get; }
    public string Pc4 { get; }
    public decimal? HoursMin { get; }
    public decimal? HoursWish { get; }
    public decimal? HoursMax { get; }
    public IReadOnlyList<string> AvailableDayparts { get; }
    public IReadOnlyList<string> Modes { get; }
    public int? MaxTravelMinutes { get; }
    public IReadOnlyList<string> Certificates { get; }
    public IReadOnlyList<string> Exclusions { get; }
    public IReadOnlyList<string> BringsAlong { get; }
    public IReadOnlyList<string> Forms { get; }
    public IReadOnlyList<string> WishedSectors { get; }
    public IReadOnlyList<string> WishedTags { get; }
    public IReadOnlyList<string> UnwantedTags { get; }
    public Levels Growth { get; }
    public Levels CapacityLevels { get; }
    public DateOnly? LastProposedOn { get; }

    /// <summary>Only who is helped is packed.</summary>
    public DateOnly? HelpedUntil => null;

    /// <summary>Packs a person.</summary>
    /// <returns>Null when something does not fit: the help has ended, a code that is in no list, hours that are no quarters, no postcode of four digits.</returns>
    public static byte[]? Pack(IComparedPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!(TryParts(person.HoursMin, out var min) & TryParts(person.HoursWish, out var wish) & TryParts(person.HoursMax, out var max)
            & Dayparts.TryBits(person.AvailableDayparts, out var dayparts)
            & CodeLists.Modes.TryBits(person.Modes, out var modes)
            & CodeLists.Certificates.TryBits(person.Certificates, out var certificates)
            & CodeLists.Circumstances.TryBits(person.Exclusions, out var exclusions)
            & CodeLists.Measures.TryBits(person.BringsAlong, out var bringsAlong)
            & CodeLists.Forms.TryBits(person.Forms, out var forms)
            & CodeLists.Sectors.TryBits(person.WishedSectors, out var sectors)
            & CodeLists.Tags.TryBits(person.WishedTags, out var tags)
            & CodeLists.Tags.TryBits(person.UnwantedTags, out var unwantedTags)
            & ushort.TryParse(person.Pc4, NumberStyles.None, CultureInfo.InvariantCulture, out var pc4) & person.Pc4.Length == 4
            & person.HelpedUntil is null
            & person.MaxTravelMinutes is null or > 0 and <= byte.MaxValue))
        {
            return null;
        }

        var packed = new byte[Size];
        MemoryMarshal.Write(packed, new Bytes
        {
            ListsMark = ListsMark,
            Pc4 = pc4,
            HoursMin = min,
            HoursWish = wish,
            HoursMax = max,
            MaxTravelMinutes = (byte)(person.MaxTravelMinutes ?? 0),
            AvailableDayparts = dayparts,
            Modes = modes,
            Certificates = certificates,
            Exclusions = exclusions,
            BringsAlong = bringsAlong,
            Forms = forms,
            WishedSectors = sectors,
            WishedTags = tags,
            UnwantedTags = unwantedTags,
            Growth = person.Growth.Bits,
            Capacities = person.CapacityLevels.Bits,
            LastProposedDay = person.LastProposedOn?.DayNumber ?? 0,
        });
        return packed;
    }

    /// <summary>Reads a packed person.</summary>
    /// <returns>Null when the person was not packed, or with other lists than those of today.</returns>
    public static PackedPerson? Read(Guid id, long revision, string code, Guid organisationId, string regionCode, byte[]? packed) =>
        packed?.Length == Size && MemoryMarshal.Read<Bytes>(packed) is { } bytes && bytes.ListsMark == ListsMark
            ? new PackedPerson(id, revision, code, organisationId, regionCode, bytes)
            : null;

    private static decimal? Hours(byte parts) => parts == 0 ? null : (decimal)parts / HourParts;

    private static bool TryParts(decimal? hours, out byte parts)
    {
        var exact = hours * HourParts ?? 0;
        var fits = hours is null || (exact is > 0 and <= byte.MaxValue && decimal.IsInteger(exact));
        parts = fits ? (byte)exact : (byte)0;
        return fits;
    }

    /// <summary>The stored form: 0 is not known for hours, minutes and a day.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Bytes
    {
        public uint ListsMark;
        public uint AvailableDayparts;
        public uint Modes;
        public uint Certificates;
        public uint Exclusions;
        public uint BringsAlong;
        public uint Forms;
        public uint WishedSectors;
        public uint WishedTags;
        public uint UnwantedTags;
        public LevelBits Growth;
        public LevelBits Capacities;
        public int LastProposedDay;
        public ushort Pc4;
        public byte HoursMin;
        public byte HoursWish;
        public byte HoursMax;
        public byte MaxTravelMinutes;
    }
}
