namespace Marketplace.Domain.Shared;

/// <summary>A rule of the domain says no. The page shows the sentence of <see cref="Reason"/>; nothing has changed.</summary>
/// <param name="reason">Which rule.</param>
/// <param name="arguments">What the sentence needs, such as both numbers.</param>
public sealed class RefusalException(Refusal reason, params object[] arguments) : Exception($"Refused: {reason}")
{
    public Refusal Reason { get; } = reason;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
