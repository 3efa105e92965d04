namespace Marketplace.Matching;

/// <summary>The first rule that fails, with its facts (matching.md §5).</summary>
/// <param name="Rule">The rule.</param>
public abstract record Decisive(MatchRules Rule);

/// <summary>Rule 1.</summary>
/// <param name="Form">The form of the job.</param>
public sealed record FormDecides(string Form) : Decisive(MatchRules.Form);

/// <summary>Rule 2.</summary>
/// <param name="Certificates">Those not held, sorted, each once.</param>
public sealed record CertificateDecides(IReadOnlyList<string> Certificates) : Decisive(MatchRules.Certificate);

/// <summary>Rule 3.</summary>
/// <param name="Circumstances">Those that are excluded, sorted, each once.</param>
public sealed record ExclusionDecides(IReadOnlyList<string> Circumstances) : Decisive(MatchRules.Exclusion);

/// <summary>Rule 4.</summary>
/// <param name="Minutes">Whole minutes; null when no mode is possible.</param>
/// <param name="Max">The longest journey of the candidate, in minutes.</param>
public sealed record TravelDecides(int? Minutes, int Max) : Decisive(MatchRules.Travel);

/// <summary>Rule 5a.</summary>
/// <param name="Missing">Fixed parts of day that the candidate does not have, sorted as text.</param>
public sealed record MissingDaypartsDecide(IReadOnlyList<string> Missing) : Decisive(MatchRules.Dayparts);

/// <summary>Rule 5b.</summary>
/// <param name="HoursAvailable">Four for each part of day that both have.</param>
public sealed record AvailableHoursDecide(int HoursAvailable) : Decisive(MatchRules.Dayparts);

/// <summary>Rule 6: of the essential tasks that are out the one with the most minutes, then the lowest code.</summary>
/// <param name="Task">Code of the task.</param>
/// <param name="Dimension">Code of the dimension named as the reason.</param>
/// <param name="Demand">The level that the task asks, 1–3.</param>
/// <param name="Capacity">The level that the candidate can do, 0–2.</param>
public sealed record TaskDecides(string Task, string Dimension, int Demand, int Capacity) : Decisive(MatchRules.Tasks);

/// <summary>Rule 7.</summary>
/// <param name="HoursLeft">Hours a week, rounded to two decimals.</param>
public sealed record HoursLeftDecide(decimal HoursLeft) : Decisive(MatchRules.Hours);
