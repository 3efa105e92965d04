using System.Text.Json;

namespace Marketplace.Domain.Contracts;

/// <summary>The fields of one object of the input. It remembers which were asked for; all others are unknown.</summary>
public sealed class InputFields
{
    private readonly InputValue _owner;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    internal InputFields(InputValue owner) => _owner = owner;

    /// <summary>A field that must be there; null goes to the reader, which refuses it.</summary>
    public Reading<T> Required<T>(string name, Func<InputValue, Reading<T>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Find(name) is { } value)
        {
            return read(value);
        }

        _owner.Faults.Add(PathOf(name), "is missing");
        return Reading.Wrong<T>();
    }

    /// <summary>A field that may be absent but not null.</summary>
    public Reading<T> Optional<T>(string name, Func<InputValue, Reading<T>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Find(name) is { } value ? read(value) : Reading.Open<T>();
    }

    /// <summary>A field that may be absent or null; both mean the same.</summary>
    public Reading<T> Nullable<T>(string name, Func<InputValue, Reading<T>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Find(name) is { Json.ValueKind: not JsonValueKind.Null } value ? read(value) : Reading.Open<T>();
    }

    /// <summary>Adds a fault at a field, for a rule between values.</summary>
    /// <param name="name">The name, or names joined by a point, from this object on.</param>
    /// <param name="text">What is wrong.</param>
    public void Fault(string name, string text) => _owner.Faults.Add(PathOf(name), text);

    internal void RefuseOthers()
    {
        foreach (var field in _owner.Json.EnumerateObject())
        {
            if (!_known.Contains(field.Name))
            {
                _owner.Faults.Add(PathOf(field.Name), "is not known here");
            }
        }
    }

    private string PathOf(string name) => _owner.Faults.PathOfField(_owner.Path, name);

    private InputValue? Find(string name)
    {
        _known.Add(name);
        return _owner.Json.TryGetProperty(name, out var json) ? new InputValue(json, PathOf(name), _owner.Faults) : null;
    }
}
