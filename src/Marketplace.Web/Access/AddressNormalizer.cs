using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Web.Access;

/// <summary>The form by which Identity finds an address. What is no text, such as half a letter, has no such form and stands for itself: nobody has it.</summary>
public sealed class AddressNormalizer : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name)
    {
        try
        {
            return name?.Normalize().ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            return name!.ToUpperInvariant();
        }
    }

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
