using Marketplace.Domain.People;

namespace Marketplace.Matching.Narrowing;

/// <summary>What a person said about being found (<see cref="ConsentPurpose.Found"/>), as far as an index must know.</summary>
/// <param name="WasAsked">Consent to be found was given at least once, whether or not it still holds.</param>
/// <param name="From">First day on which it holds; null: it holds on no day.</param>
/// <param name="Until">Last day on which it holds; null: without end.</param>
public readonly record struct FoundConsent(bool WasAsked, DateOnly? From, DateOnly? Until)
{
    /// <summary>Nobody asked yet.</summary>
    public static FoundConsent NotAsked => default;

    /// <summary>Said yes, and since then stop.</summary>
    public static FoundConsent Ended => new(true, null, null);

    /// <summary>Holds from a day up to and including another.</summary>
    public static FoundConsent Given(DateOnly from, DateOnly? until) => new(true, from, until);

    /// <summary>
    /// Reads it from the consents of a person. Of several that were not ended the one that holds longest counts, so the answer is
    /// that of <see cref="Consent.HoldsOn"/> for every day from that one on.
    /// </summary>
    public static FoundConsent Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Of(person.Consents.Where(c => c.Purpose == ConsentPurpose.Found).Select(c => (c.State, c.GivenOn, c.Until)));
    }

    /// <summary>Reads it from every consent to be found of one person.</summary>
    public static FoundConsent Of(IEnumerable<(ConsentState State, DateOnly GivenOn, DateOnly? Until)> consents)
    {
        ArgumentNullException.ThrowIfNull(consents);
        return consents.Aggregate(NotAsked, (found, c) => found.With(c.State == ConsentState.Given, c.GivenOn, c.Until));
    }

    /// <summary>The same with one more consent of this person.</summary>
    /// <param name="isGiven">It was not ended.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day, or null.</param>
    public FoundConsent With(bool isGiven, DateOnly from, DateOnly? until) =>
        isGiven && (From is null || (until ?? DateOnly.MaxValue) > (Until ?? DateOnly.MaxValue)) ? Given(from, until) : this with { WasAsked = true };

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}
