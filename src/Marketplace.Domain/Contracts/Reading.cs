namespace Marketplace.Domain.Contracts;

/// <summary>
/// What was found at one place of the input. Rules between values ask <see cref="IsKnown"/> (or, where not known has a
/// meaning, <see cref="IsRight"/>): they are applied only when every value that they look at was accepted on its own.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Reading<T>
{
    internal Reading(bool isRight, bool hasValue, T? value)
    {
        IsRight = isRight;
        HasValue = hasValue;
        OrDefault = value;
    }

    /// <summary>True when nothing was wrong here or inside; also when the place was rightly left open.</summary>
    public bool IsRight { get; }

    /// <summary>True when there is a value; of an object or list also when something inside it is wrong.</summary>
    public bool HasValue { get; }

    /// <summary>True when there is a value and nothing is wrong with it.</summary>
    public bool IsKnown => IsRight && HasValue;

    /// <summary>The value, or the default of the type when there is none.</summary>
    public T? OrDefault { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? OrDefault! : throw new InvalidOperationException("There is no value at this place.");
}

/// <summary>Makes and uses readings.</summary>
public static class Reading
{
    /// <summary>The place was rightly left open: absent or null.</summary>
    public static Reading<T> Open<T>() => new(isRight: true, hasValue: false, default);

    /// <summary>The place holds something that cannot be used; the fault has been added.</summary>
    public static Reading<T> Wrong<T>() => new(isRight: false, hasValue: false, default);

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isRight">False when something inside it is wrong.</param>
    public static Reading<T> Of<T>(T value, bool isRight = true) => new(isRight, hasValue: true, value);

    /// <summary>The value of a value type, or null when there is none.</summary>
    public static T? OrNull<T>(this Reading<T> reading) where T : struct => reading.HasValue ? reading.OrDefault : null;
}
