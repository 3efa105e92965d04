namespace Marketplace.Matching.Narrowing;

/// <summary>A person or job that the engine cannot take, and that is in no index until it is changed.</summary>
/// <param name="Code">Code of the person or job.</param>
/// <param name="Why">What the engine cannot read.</param>
public sealed record RefusedChange(string Code, string Why);
