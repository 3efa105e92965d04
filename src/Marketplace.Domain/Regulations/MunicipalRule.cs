namespace Marketplace.Domain.Regulations;

/// <summary>Something that a municipality sets itself, by by-law. Until it does so, it is unknown; the program fills nothing in.</summary>
/// <param name="Code">The code that is stored.</param>
/// <param name="Least">The least value that can be right.</param>
/// <param name="Most">The largest value that is no typing error.</param>
/// <param name="IsWhole">Whether only whole numbers can be right.</param>
/// <param name="Law">The term of the law that it may not exceed; null when the law has none.</param>
public sealed record MunicipalRule(string Code, decimal Least, decimal Most, bool IsWhole, Term? Law = null)
{
    /// <summary>Usual hours of a jobcoach, per week (PW 8a(2)e, 10da).</summary>
    public static MunicipalRule JobcoachHours { get; } = new("jobcoach.hoursPerWeek", 0.25m, 40, IsWhole: false);

    /// <summary>The first term of a trial placement, in months (PW 8a(2)d: never longer than a whole one).</summary>
    public static MunicipalRule TrialFirstTerm { get; } = new("trial.firstTermMonths", 1, 60, IsWhole: true, Terms.TrialMunicipalityMaxMonths);

    /// <summary>After how many months the loonwaarde is measured again (PW 10d; by-law).</summary>
    public static MunicipalRule LoonwaardeReview { get; } = new("loonwaarde.reviewMonths", 1, 60, IsWhole: true);

    /// <summary>The premium of a participation place for each six months, in euros (PW 10a(6)); the program guards typing errors only.</summary>
    public static MunicipalRule ParticipationPremium { get; } = new("participation.premium", 0, 10_000, IsWhole: false);

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<MunicipalRule> All { get; } = [JobcoachHours, TrialFirstTerm, LoonwaardeReview, ParticipationPremium];

    /// <summary>The rule of a code, or null.</summary>
    public static MunicipalRule? Find(string? code) => All.FirstOrDefault(rule => rule.Code == code);

    /// <summary>The largest value on a day: where the law has a bound, that of the book.</summary>
    public decimal MostOn(DateOnly day, RegulationBook book) => Law is null ? Most : Math.Min(Most, book.Whole(Law, day));

    /// <summary>Whether a value can be right from a day on.</summary>
    public bool Takes(decimal value, DateOnly day, RegulationBook book) => value >= Least && value <= MostOn(day, book) && (!IsWhole || value % 1 == 0) && decimal.Round(value, 2) == value;
}
