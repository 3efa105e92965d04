using System.Text.Json;

namespace Marketplace.Domain.Contracts;

/// <summary>
/// One value of the input with its path. Each reader adds the fault itself and answers <see cref="Reading.Wrong{T}"/>;
/// inside a value of the wrong type nothing more is reported.
/// </summary>
/// <param name="Json">The value.</param>
/// <param name="Path">Where it stands, for example <c>$.cases[0].on</c>.</param>
/// <param name="Faults">Where faults go.</param>
public readonly record struct InputValue(JsonElement Json, string Path, FaultList Faults)
{
    /// <summary>Reads the bytes of a file that holds one object.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="faults">Where each wrong value goes, with its path.</param>
    /// <param name="read">Reads the fields.</param>
    /// <param name="maxNesting">How many objects and lists may be nested.</param>
    /// <returns>What was read, with gaps where a part is wrong; null when it is not JSON or no object.</returns>
    public static T? Read<T>(ReadOnlyMemory<byte> file, FaultList faults, Func<InputFields, T> read, int maxNesting = StrictJson.GenerousNesting)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(faults);
        using var document = StrictJson.Parse(file, maxNesting);
        if (document is not null)
            return Root(document, faults).Object(read).OrDefault;
        faults.Add("$", "not JSON");
        return null;
    }

    /// <summary>The whole document, path <c>$</c>.</summary>
    public static InputValue Root(JsonDocument document, FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new InputValue(document.RootElement, "$", faults);
    }

    /// <summary>True or false.</summary>
    public Reading<bool> Flag() => Json.ValueKind switch
    {
        JsonValueKind.True => Reading.Of(true),
        JsonValueKind.False => Reading.Of(false),
        _ => Wrong<bool>("true or false"),
    };

    /// <summary>A text.</summary>
    /// <param name="minLength">Least number of Unicode code points.</param>
    /// <param name="maxLength">Largest number of Unicode code points.</param>
    /// <param name="shape">What the whole text must satisfy; null: anything.</param>
    /// <param name="expected">What is expected, for the line on standard error.</param>
    public Reading<string> Text(int minLength, int maxLength, Func<string, bool>? shape, string expected)
    {
        if (Json.ValueKind == JsonValueKind.String)
        {
            var text = Json.GetString()!;
            var length = text.Length <= maxLength ? text.Length : text.EnumerateRunes().Count();
            if (length <= maxLength
                && (minLength <= 1 ? length >= minLength : text.EnumerateRunes().Count() >= minLength)
                && (shape is null || shape(text)))
            {
                return Reading.Of(text);
            }
        }

        return Wrong<string>(expected);
    }

    /// <summary>A code of a closed list; capitals count.</summary>
    /// <param name="codes">What each code stands for.</param>
    public Reading<T> OneOf<T>(IReadOnlyDictionary<string, T> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return Json.ValueKind == JsonValueKind.String && codes.TryGetValue(Json.GetString()!, out var value)
            ? Reading.Of(value)
            : Wrong<T>($"one of {string.Join(", ", codes.Keys)}");
    }

    /// <summary>One fixed text, such as the name of the schema.</summary>
    public Reading<string> Constant(string text) =>
        Json.ValueKind == JsonValueKind.String && Json.ValueEquals(text) ? Reading.Of(text) : Wrong<string>($"\"{text}\"");

    /// <summary>A date as <see cref="ContractDate"/> accepts it.</summary>
    public Reading<DateOnly> Date() =>
        Json.ValueKind == JsonValueKind.String && ContractDate.TryParse(Json.GetString(), out var date)
            ? Reading.Of(date)
            : Wrong<DateOnly>("a date from 1900-01-01 to 2100-12-31, as yyyy-mm-dd");

    /// <summary>A number.</summary>
    /// <param name="minimum">The smallest number that is right; itself excluded when <paramref name="minimumExcluded"/>.</param>
    /// <param name="maximum">The largest number that is right.</param>
    /// <param name="minimumExcluded">Whether the number must be above the minimum.</param>
    /// <param name="multipleOf">What the number must be a multiple of, exactly; null: anything.</param>
    public Reading<decimal> Number(decimal minimum, decimal maximum, bool minimumExcluded = false, decimal? multipleOf = null)
    {
        if (Json.ValueKind == JsonValueKind.Number)
        {
            var number = ExactNumber.Of(Json);
            if (number.Value <= maximum
                && (minimumExcluded ? number.Value > minimum : number.Value >= minimum)
                && (multipleOf is null || (number.IsExact && number.Value % multipleOf.Value == 0)))
            {
                return Reading.Of(number.Value);
            }
        }

        var lowest = minimumExcluded ? "above" : "from";
        var steps = multipleOf is null ? "" : ", a multiple of ";
        return Wrong<decimal>(FormattableString.Invariant($"a number {lowest} {minimum} to {maximum}{steps}{multipleOf}"));
    }

    /// <summary>A whole number, also when it is written as 30.0 or 3e1.</summary>
    public Reading<int> Integer(int minimum, int maximum)
    {
        if (Json.ValueKind == JsonValueKind.Number)
        {
            var number = ExactNumber.Of(Json);
            if (number.IsExact && number.Value % 1 == 0 && number.Value >= minimum && number.Value <= maximum)
            {
                return Reading.Of((int)number.Value);
            }
        }

        return Wrong<int>(FormattableString.Invariant($"a whole number from {minimum} to {maximum}"));
    }

    /// <summary>A list. Its entries are read also when there are too few or too many.</summary>
    /// <param name="read">Reads one entry.</param>
    /// <param name="minCount">Least number of entries.</param>
    /// <param name="maxCount">Largest number of entries.</param>
    /// <returns>The entries that have a value; right when the list and every entry is.</returns>
    public Reading<IReadOnlyList<T>> List<T>(Func<InputValue, Reading<T>> read, int minCount = 0, int maxCount = int.MaxValue) =>
        ReadList(read, minCount, maxCount, seen: null);

    /// <summary>A list in which nothing stands twice; the later entry is the wrong one.</summary>
    /// <inheritdoc cref="List{T}"/>
    public Reading<IReadOnlyList<T>> DistinctList<T>(Func<InputValue, Reading<T>> read, int minCount = 0, int maxCount = int.MaxValue) =>
        ReadList(read, minCount, maxCount, seen: []);

    /// <summary>An object. A field that <paramref name="read"/> does not ask for is unknown and so wrong.</summary>
    /// <param name="read">Reads the fields; is called also when some of them are wrong, to report all faults together.</param>
    /// <returns>What was read; right when nothing inside is wrong.</returns>
    public Reading<T> Object<T>(Func<InputFields, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Json.ValueKind != JsonValueKind.Object)
        {
            return Wrong<T>("an object");
        }

        var before = Faults.Additions;
        var fields = new InputFields(this);
        var value = read(fields);
        fields.RefuseOthers();
        return Reading.Of(value, Faults.Additions == before);
    }

    /// <summary>An object whose fields are names of a closed list, all of them optional and of one type.</summary>
    /// <param name="names">The names that are known.</param>
    /// <param name="read">Reads one value; null is passed to it as well.</param>
    public Reading<IReadOnlyDictionary<string, T>> Map<T>(IReadOnlySet<string> names, Func<InputValue, Reading<T>> read)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Object<IReadOnlyDictionary<string, T>>(fields =>
        {
            var values = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var name in names)
            {
                if (fields.Optional(name, read) is { IsKnown: true } reading)
                {
                    values.Add(name, reading.Value);
                }
            }

            return values;
        });
    }

    /// <summary>Adds a fault at this value.</summary>
    /// <param name="expected">What it must be.</param>
    public Reading<T> Wrong<T>(string expected)
    {
        Faults.Add(Path, $"must be {expected}");
        return Reading.Wrong<T>();
    }

    private Reading<IReadOnlyList<T>> ReadList<T>(Func<InputValue, Reading<T>> read, int minCount, int maxCount, HashSet<T>? seen)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Json.ValueKind != JsonValueKind.Array)
        {
            return Wrong<IReadOnlyList<T>>("a list");
        }

        var before = Faults.Additions;
        var count = Json.GetArrayLength();
        if (count < minCount || count > maxCount)
        {
            Faults.Add(Path, FormattableString.Invariant($"must have {minCount} to {maxCount} entries"));
        }

        var entries = new List<T>(Math.Min(count, 1024));
        var index = 0;
        foreach (var entry in Json.EnumerateArray())
        {
            var path = FaultList.PathOfEntry(Path, index++);
            var reading = read(new InputValue(entry, path, Faults));
            if (!reading.HasValue)
            {
                continue;
            }

            entries.Add(reading.Value);
            if (seen?.Add(reading.Value) == false)
            {
                Faults.Add(path, "must not stand in the list twice");
            }
        }

        return Reading.Of<IReadOnlyList<T>>(entries, Faults.Additions == before);
    }
}
