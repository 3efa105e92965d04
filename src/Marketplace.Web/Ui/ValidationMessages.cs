using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Marketplace.Web.Ui;

/// <summary>Dutch words for validation attributes that have no message of their own. A page says it better: give one there.</summary>
public sealed class ValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = Message(attribute);
            }
        }
    }

    // {0} is the label; {1} and {2} are the bounds of the attribute.
    private static string? Message(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Vul in: {0}",
        RangeAttribute => "Vul een getal in van {1} tot en met {2}",
        StringLengthAttribute { MinimumLength: > 0 } => "Gebruik {2} tot {1} tekens",
        StringLengthAttribute or MaxLengthAttribute => "Gebruik hoogstens {1} tekens",
        MinLengthAttribute => "Kies of schrijf er ten minste {1}",
        EmailAddressAttribute => "Vul een e-mailadres in, zoals naam@voorbeeld.nl",
        PhoneAttribute => "Vul een telefoonnummer in, zoals 078 000 00 10",
        CompareAttribute => "De twee velden zijn niet gelijk",
        RegularExpressionAttribute => "Kijk nog eens naar: {0}",
        _ => null,
    };
}
