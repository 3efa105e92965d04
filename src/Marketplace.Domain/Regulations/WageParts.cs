namespace Marketplace.Domain.Regulations;

/// <summary>What the wage cost of a month is made of. The parts add up to <see cref="EmployerCost.Wage"/> to the cent.</summary>
/// <param name="Gross">Gross wage, euro per month.</param>
/// <param name="Holiday">Holiday allowance (WML 15).</param>
/// <param name="Charges">Charges of the employer over both.</param>
public sealed record WageParts(decimal Gross, decimal Holiday, decimal Charges)
{
    /// <summary>The three together.</summary>
    public decimal Total => Gross + Holiday + Charges;

    /// <summary>Splits the wage cost of a month; null when it is not known. Of the rounding the charges take the rest.</summary>
    internal static WageParts? Of(Facts facts, RegulationBook book)
    {
        if (EmployerCost.ExactWage(facts, book) is not { } wage)
            return null;
        var perMonth = facts.Work.HoursPerWeek!.Value * EmployerCost.WeeksPerYear * facts.Work.HourlyWage!.Value / 12;
        var (gross, holiday) = (Amount.Printed(perMonth), Amount.Printed(perMonth * book.Number(Terms.HolidayAllowance, facts.At) / 100));
        return new WageParts(gross, holiday, Amount.Printed(wage) - gross - holiday);
    }
}
