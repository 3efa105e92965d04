namespace Marketplace.Domain.Regulations;

/// <summary>What a scheme asks about the work; null means not known.</summary>
/// <param name="Form">The form of work, one of the seven of <see cref="Vocabulary.Forms.HasRegulations"/>.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day; null: open-ended.</param>
/// <param name="HoursPerWeek">Hours of the contract, above 0 and at most 60.</param>
/// <param name="FullTimeHours">The full working week of this function.</param>
/// <param name="HourlyWage">Gross wage in euro per hour.</param>
/// <param name="EmployerCharges">Charges of this employer as a fraction of the wage, 0 to 1.</param>
/// <param name="Bbl">Whether the person learns on a work-based route (bbl).</param>
/// <param name="EmployedHereInLast6Months">Whether the person was employed here in the six months before the start.</param>
/// <param name="UnpaidWorkHereBefore">Whether the person did this job here unpaid before.</param>
/// <param name="LkvDeclaration">The doelgroepverklaring; null: not asked.</param>
/// <param name="JobIntent">Whether the employer intends a job of at least six months after a trial.</param>
/// <param name="Displacement">The answers about displacement.</param>
public sealed record WorkFacts(
    string Form,
    DateOnly Start,
    DateOnly? End = null,
    decimal? HoursPerWeek = null,
    decimal? FullTimeHours = null,
    decimal? HourlyWage = null,
    decimal? EmployerCharges = null,
    bool Bbl = false,
    bool? EmployedHereInLast6Months = null,
    bool? UnpaidWorkHereBefore = null,
    LkvDeclaration? LkvDeclaration = null,
    bool? JobIntent = null,
    Displacement? Displacement = null);
