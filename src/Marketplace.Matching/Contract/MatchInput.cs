using Marketplace.Domain.Contracts;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Geo;

namespace Marketplace.Matching.Contract;

/// <summary>The input of the command <c>match</c> (match.schema.json and matching.md §12).</summary>
/// <param name="Candidates">In input order.</param>
/// <param name="Jobs">In input order.</param>
/// <param name="ClosedCrossings">Names of crossings that cannot be used in this run.</param>
public sealed record MatchInput(IReadOnlyList<Candidate> Candidates, IReadOnlyList<MatchJob> Jobs, IReadOnlyList<string> ClosedCrossings)
{
    /// <summary>Name of the schema, in input and output.</summary>
    public const string Schema = "marketplace-match-1";

    /// <summary>Reads the bytes of an input file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="geography">The postcodes and crossings that are known.</param>
    /// <param name="faults">Where each wrong value goes, with its path.</param>
    /// <returns>The input, or null when something is wrong.</returns>
    public static MatchInput? Read(ReadOnlyMemory<byte> file, Geography geography, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(geography);
        ArgumentNullException.ThrowIfNull(faults);
        var input = InputValue.Read(file, faults, new MatchInputReader(geography).Read);
        return faults.Any ? null : input;
    }
}

/// <summary>
/// Reads every part and reports all faults together. Where a part is wrong, what it returns has gaps and is not used.
/// </summary>
internal sealed class MatchInputReader(Geography geography)
{
    private const int ShortestHours = 0;
    private const int LongestHours = 60;
    private const decimal HoursStep = 0.25m;

    private static readonly HashSet<string> DimensionCodes = [.. Dimensions.All.Select(d => d.Code)];
    private static readonly Dictionary<string, string> DaypartCodes = Closed(Dayparts.All);
    private static readonly Dictionary<string, string> ModeCodes = Closed(TravelModes.All.Select(m => m.Code));
    private static readonly Dictionary<string, string> FormCodes = Closed(CodeLists.Forms.Codes);
    private static readonly Dictionary<string, string> MeasureCodes = Closed(Measures.All.Select(m => m.Code));

    internal MatchInput Read(InputFields fields)
    {
        fields.Required("schema", v => v.Constant(MatchInput.Schema));
        var closed = fields.Optional("closedCrossings", v => v.DistinctList(CrossingName));
        var candidateCodes = new HashSet<string>(StringComparer.Ordinal);
        var candidates = fields.Required("candidates", v => v.List(c => ReadCandidate(c, candidateCodes)));
        var jobCodes = new HashSet<string>(StringComparer.Ordinal);
        var jobs = fields.Required("jobs", v => v.List(j => ReadJob(j, jobCodes)));
        return new MatchInput(candidates.OrDefault ?? [], jobs.OrDefault ?? [], closed.OrDefault ?? []);
    }

    private Reading<Candidate> ReadCandidate(InputValue value, HashSet<string> codes) => value.Object(fields =>
    {
        var code = fields.Required("code", v => CodeOnce(v, codes));
        var pc4 = fields.Required("pc4", Pc4);
        var hours = fields.Required("hours", v => v.Object(CandidateHoursOf));
        var dayparts = fields.Required("dayparts", v => v.DistinctList(d => d.OneOf(DaypartCodes)));
        var travel = fields.Required("travel", v => v.Object(f => (
            Modes: f.Required("modes", m => m.DistinctList(mode => mode.OneOf(ModeCodes), minCount: 1)),
            MaxMinutes: f.Required("maxMinutes", m => m.Integer(1, 240)))));
        var capacities = fields.Required("capacities", LevelsOf);
        var certificates = fields.Required("certificates", Codes);
        var exclusions = fields.Required("exclusions", Codes);
        var support = fields.Required("support", MeasuresOf);
        var forms = fields.Required("forms", v => v.DistinctList(f => f.OneOf(FormCodes), minCount: 1));
        var wishes = fields.Required("wishes", v => v.Object(f => new Wishes(
            f.Required("sectors", Codes).OrDefault ?? [],
            f.Required("tasks", Codes).OrDefault ?? [],
            f.Required("notTasks", Codes).OrDefault ?? [])));
        var growth = fields.Required("growth", LevelsOf);
        var lastProposed = fields.Nullable("lastProposed", v => v.Date());
        return new Candidate
        {
            Code = code.OrDefault ?? "",
            Pc4 = pc4.OrDefault ?? "",
            Hours = hours.OrDefault ?? new CandidateHours(0, 0, 0),
            Dayparts = dayparts.OrDefault ?? [],
            Modes = travel.OrDefault.Modes.OrDefault ?? [],
            MaxMinutes = travel.OrDefault.MaxMinutes.OrDefault,
            Capacities = capacities.OrDefault ?? Levels.None,
            Certificates = certificates.OrDefault ?? [],
            Exclusions = exclusions.OrDefault ?? [],
            Support = support.OrDefault ?? [],
            Forms = forms.OrDefault ?? [],
            Wishes = wishes.OrDefault ?? Wishes.None,
            Growth = growth.OrDefault ?? Levels.None,
            LastProposed = lastProposed.OrNull(),
        };
    });

    private Reading<MatchJob> ReadJob(InputValue value, HashSet<string> codes) => value.Object(fields =>
    {
        var code = fields.Required("code", v => CodeOnce(v, codes));
        var pc4 = fields.Required("pc4", Pc4);
        var sector = fields.Required("sector", Code);
        var form = fields.Required("form", v => v.OneOf(FormCodes));
        var hours = fields.Required("hours", v => v.Object(JobHoursOf));
        var fixedDayparts = fields.Required("fixedDayparts", v => v.DistinctList(d => d.OneOf(DaypartCodes)));
        var alsoFixed = (fixedDayparts.OrDefault ?? []).ToHashSet(StringComparer.Ordinal);
        var flexibleDayparts = fields.Required("flexibleDayparts", v => v.DistinctList(d => FlexibleDaypart(d, alsoFixed)));
        var certificates = fields.Required("certificates", Codes);
        var circumstances = fields.Required("circumstances", Codes);
        var offers = fields.Required("offers", MeasuresOf);
        var pickUp = fields.Nullable("pickUp", v => v.Object(f => f.Required("pc4", Pc4)));
        var taskCodes = new HashSet<string>(StringComparer.Ordinal);
        var tasks = fields.Required("tasks", v => v.List(t => ReadTask(t, taskCodes), minCount: 1, maxCount: MatchJob.MostTasks));
        return new MatchJob
        {
            Code = code.OrDefault ?? "",
            Pc4 = pc4.OrDefault ?? "",
            Sector = sector.OrDefault ?? "",
            Form = form.OrDefault ?? "",
            Hours = hours.OrDefault ?? new JobHours(0, 0),
            FixedDayparts = fixedDayparts.OrDefault ?? [],
            FlexibleDayparts = flexibleDayparts.OrDefault ?? [],
            Certificates = certificates.OrDefault ?? [],
            Circumstances = circumstances.OrDefault ?? [],
            Offers = offers.OrDefault ?? [],
            PickUpPc4 = pickUp.OrDefault.OrDefault,
            Tasks = tasks.OrDefault ?? [],
        };
    });

    private static Reading<MatchTask> ReadTask(InputValue value, HashSet<string> codes) => value.Object(fields =>
    {
        var code = fields.Required("code", v => CodeOnce(v, codes));
        fields.Required("name", v => v.Text(1, 200, IsNotBlank, "a name of at most 200 characters"));
        var minutes = fields.Required("minutesPerWeek", v => v.Integer(1, 3600));
        var essential = fields.Required("essential", v => v.Flag());
        var tags = fields.Required("tags", Codes);
        var demands = fields.Required("demands", LevelsOf);
        var certificates = fields.Optional("certificates", Codes);
        var circumstances = fields.Optional("circumstances", Codes);
        return new MatchTask
        {
            Code = code.OrDefault ?? "",
            MinutesPerWeek = minutes.OrDefault,
            Essential = essential.OrDefault,
            Tags = tags.OrDefault ?? [],
            Demands = demands.OrDefault ?? Levels.None,
            Certificates = certificates.OrDefault ?? [],
            Circumstances = circumstances.OrDefault ?? [],
        };
    });

    private static CandidateHours CandidateHoursOf(InputFields fields)
    {
        var (min, max) = MinAndMax(fields);
        var wish = fields.Required("wish", Hours);
        if (min.IsKnown && max.IsKnown && min.Value <= max.Value && wish.IsKnown && (wish.Value < min.Value || wish.Value > max.Value))
            fields.Fault("wish", "must be from min to max");
        return new CandidateHours(min.OrDefault, wish.OrDefault, max.OrDefault);
    }

    private static JobHours JobHoursOf(InputFields fields)
    {
        var (min, max) = MinAndMax(fields);
        return new JobHours(min.OrDefault, max.OrDefault);
    }

    private static (Reading<decimal> Min, Reading<decimal> Max) MinAndMax(InputFields fields)
    {
        var min = fields.Required("min", Hours);
        var max = fields.Required("max", Hours);
        if (min.IsKnown && max.IsKnown && min.Value > max.Value)
            fields.Fault("min", "must not be above max");
        return (min, max);
    }

    private static Reading<decimal> Hours(InputValue value) =>
        value.Number(ShortestHours, LongestHours, minimumExcluded: true, multipleOf: HoursStep);

    private Reading<string> Pc4(InputValue value)
    {
        var pc4 = value.Text(4, 4, t => t.All(char.IsAsciiDigit), "a postcode of four digits");
        return pc4.IsKnown && !geography.TryGet(pc4.Value, out _) ? value.Wrong<string>("a postcode that exists") : pc4;
    }

    private Reading<string> CrossingName(InputValue value)
    {
        var name = value.Text(1, 80, IsNotBlank, "the name of a crossing");
        return name.IsKnown && !geography.HasCrossing(name.Value) ? value.Wrong<string>("the name of a crossing") : name;
    }

    private static Reading<string> FlexibleDaypart(InputValue value, HashSet<string> alsoFixed)
    {
        var daypart = value.OneOf(DaypartCodes);
        if (daypart.IsKnown && alsoFixed.Contains(daypart.Value))
            value.Faults.Add(value.Path, "must not be fixed as well");
        return daypart;
    }

    private static Reading<string> Code(InputValue value) => value.Text(
        1, 40, t => t.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'), "a code of letters, digits, point, underscore or hyphen");

    /// <summary>A code that stands once among its equals; the later one is wrong.</summary>
    private static Reading<string> CodeOnce(InputValue value, HashSet<string> seen)
    {
        var code = Code(value);
        if (code.IsKnown && !seen.Add(code.Value))
            value.Faults.Add(value.Path, "is used before");
        return code;
    }

    private static Reading<IReadOnlyList<string>> Codes(InputValue value) => value.DistinctList(Code);

    private static Reading<IReadOnlyList<string>> MeasuresOf(InputValue value) => value.DistinctList(m => m.OneOf(MeasureCodes));

    private static Reading<Levels> LevelsOf(InputValue value)
    {
        var levels = value.Map(DimensionCodes, v => v.Integer(0, 3));
        return levels.HasValue ? Reading.Of(new Levels(levels.Value), levels.IsRight) : Reading.Wrong<Levels>();
    }

    private static bool IsNotBlank(string text) => !string.IsNullOrWhiteSpace(text);

    private static Dictionary<string, string> Closed(IEnumerable<string> codes) => codes.ToDictionary(c => c, StringComparer.Ordinal);
}
