namespace Marketplace.Domain.People;

/// <summary>What a form and an import take as an answer to who somebody is.</summary>
public static class IdentityRules
{
    /// <summary>Nobody younger looks for work here; a later year is a slip of the pen.</summary>
    public const int YoungestAge = 14;

    public const int OldestAge = 110;

    public const int MostLettersInName = 100;

    public const int MostLettersInEmail = 200;

    public const string Name = @"[^\d@]+";

    public const string Phone = @"\+?(?:[\s()-]*\d){10,14}[\s()-]*";

    public const string Postcode = @"\s*[1-9]\d{3}\s*[A-Za-z]{2}\s*";

    /// <summary>Whether somebody born on this day can look for work.</summary>
    public static bool CanBeBirthday(DateOnly day, DateOnly today) => day <= today.AddYears(-YoungestAge) && day >= today.AddYears(-OldestAge);
}
