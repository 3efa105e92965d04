namespace Marketplace.Domain.Vocabulary;

/// <summary>Forms of work (matching.md §5) and what follows from them.</summary>
public static class Forms
{
    public const string Regular = "regular";
    public const string Secondment = "secondment";
    public const string Sheltered = "sheltered";
    public const string Trial = "trial";
    public const string ParticipationPlace = "participation-place";
    public const string WorkExperience = "work-experience";
    public const string Volunteer = "volunteer";
    public const string Internship = "internship";
    public const string TryOutDay = "try-out-day";
    public const string DayActivity = "day-activity";
    public const string BasicJob = "basic-job";

    /// <summary>Forms with a wage according to regulations.md; the others there are unpaid.</summary>
    public static bool IsPaid(string form) => form is Regular or Secondment or Sheltered;

    /// <summary>Forms of which is asked whether they take the place of paid work: the four that regulations.md calls unpaid (domain.md §7.4).</summary>
    public static bool AsksDisplacement(string form) => HasRegulations(form) && !IsPaid(form);

    /// <summary>The seven forms that the arrangements know; the other four are answered with "geen regeling bekend".</summary>
    public static bool HasRegulations(string form) => form is not (Internship or TryOutDay or DayActivity or BasicJob);
}
