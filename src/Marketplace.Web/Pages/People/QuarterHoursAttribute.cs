using System.ComponentModel.DataAnnotations;

namespace Marketplace.Web.Pages.People;

/// <summary>Hours a week: 0.25 to 60, in quarters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QuarterHoursAttribute : ValidationAttribute
{
    public QuarterHoursAttribute() => ErrorMessage = Sentence;

    public const string Sentence = "Vul de uren in, in kwartieren, zoals 12,5.";

    public override bool IsValid(object? value) => value is null || (value is decimal hours && hours is >= 0.25m and <= 60m && hours % 0.25m == 0);
}
