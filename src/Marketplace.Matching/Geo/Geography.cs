using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Marketplace.Matching.Geo;

/// <summary>Postcodes with their points, the banks of the rivers, and the crossings between them. Immutable.</summary>
public sealed class Geography
{
    private readonly Dictionary<string, Postcode> _byCode;
    private readonly GeoPoint[] _points;

    private Geography(IReadOnlyList<Postcode> postcodes, IReadOnlyList<Crossing> crossings)
    {
        Postcodes = postcodes;
        Crossings = crossings;
        _byCode = postcodes.ToDictionary(p => p.Code, StringComparer.Ordinal);
        _points = [.. postcodes.Select(p => new GeoPoint(p.Latitude, p.Longitude))];
    }

    /// <summary>The geography that is embedded in the program. The first use loads and checks it.</summary>
    /// <exception cref="InvalidDataException">The data breaks a rule of <see cref="Read"/>; the program must not start.</exception>
    public static Geography Netherlands { get; } = Read(Embedded("Geo/pc4-nl.csv"), Embedded("Geo/banks.csv"), Embedded("Geo/crossings.csv"));

    /// <summary>All postcodes, in order of code.</summary>
    public IReadOnlyList<Postcode> Postcodes { get; }

    /// <summary>All crossings, in order of the file.</summary>
    public IReadOnlyList<Crossing> Crossings { get; }

    /// <summary>Looks a postcode of four digits up.</summary>
    public bool TryGet(string pc4, [NotNullWhen(true)] out Postcode? postcode) => _byCode.TryGetValue(pc4, out postcode);

    /// <summary>The postcode of these four digits.</summary>
    /// <exception cref="ArgumentException">The postcode is not known.</exception>
    public Postcode Of(string pc4) =>
        TryGet(pc4, out var postcode) ? postcode : throw new ArgumentException($"Postcode {pc4} is not known.", nameof(pc4));

    /// <summary>Of the labour-market regions of an organisation the one where somebody lives, otherwise the first.</summary>
    public string RegionAmong(IReadOnlyList<string> regions, string pc4) =>
        regions.FirstOrDefault(r => r == Of(pc4).LabourRegion) ?? regions[0];

    /// <summary>Whether a crossing has this name; capitals count.</summary>
    public bool HasCrossing(string name) => Crossings.Any(c => c.Name == name);

    /// <summary>The point of the postcode at this place in the list.</summary>
    internal ref readonly GeoPoint PointOf(int index) => ref _points[index];

    /// <summary>Reads the three files (comma, first line is the heading) and checks them.</summary>
    /// <exception cref="InvalidDataException">
    /// A postcode or the name of a crossing stands twice, extra minutes are negative, a bank names an unknown postcode or
    /// stands twice for one, or a crossing names an unknown bank or the same bank twice.
    /// </exception>
    internal static Geography Read(string pc4Csv, string banksCsv, string crossingsCsv)
    {
        var banks = Unique(Rows(banksCsv), r => r["pc4"]).ToDictionary(r => r["pc4"], r => r["bank"], StringComparer.Ordinal);
        var postcodes = Unique(Rows(pc4Csv), r => r["pc4"]).OrderBy(r => r["pc4"], StringComparer.Ordinal)
            .Select((r, index) => new Postcode(
                r["pc4"], index, r["plaats"], r["gemeente"], r["am_code"], banks.GetValueOrDefault(r["pc4"]), Number(r["lat"]), Number(r["lon"])))
            .ToList();
        var crossings = Unique(Rows(crossingsCsv), r => r["name"])
            .Select(r => new Crossing(
                r["bank_a"], r["bank_b"], r["name"],
                new GeoPoint(Number(r["lat_a"]), Number(r["lon_a"])), new GeoPoint(Number(r["lat_b"]), Number(r["lon_b"])),
                Number(r["extra_minutes"])))
            .ToList();

        foreach (var pc4 in banks.Keys.Except(postcodes.Select(p => p.Code), StringComparer.Ordinal))
        {
            throw new InvalidDataException($"The bank of {pc4} has no postcode.");
        }

        foreach (var crossing in crossings)
        {
            if (!(crossing.ExtraMinutes >= 0))
                throw new InvalidDataException($"The extra minutes of {crossing.Name} are negative.");
            if (crossing.BankA == crossing.BankB || !banks.ContainsValue(crossing.BankA) || !banks.ContainsValue(crossing.BankB))
                throw new InvalidDataException($"{crossing.Name} must join two banks that are known.");
        }

        return new Geography(postcodes, crossings);
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Unique(List<Dictionary<string, string>> rows, Func<Dictionary<string, string>, string> key) =>
        rows.CountBy(key, StringComparer.Ordinal).FirstOrDefault(k => k.Value > 1) is { Value: > 1 } twice
            ? throw new InvalidDataException($"{twice.Key} stands twice.")
            : rows;

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var heading = Fields(lines[0]);
        return [.. lines.Skip(1).Select(line => heading.Zip(Fields(line)).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal))];
    }

    /// <summary>The fields of one line; a field between double quotes may hold a comma.</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                fields.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return fields;
    }

    private static string Embedded(string path)
    {
        using var stream = typeof(Geography).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidDataException($"The embedded file {path} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
