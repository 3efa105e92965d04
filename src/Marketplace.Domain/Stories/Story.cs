using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Stories;

/// <summary>
/// How it went at one employer, on one screen, with the numbers of the job. No first name, no amount about a person and no refusal of a person
/// stands in it, and it is shown only while both the employer and the person agreed to it.
/// </summary>
public sealed class Story : Root
{
    private Story()
    {
    }

    /// <param name="slug">Last part of the address.</param>
    /// <param name="doubt">The doubt that it answers.</param>
    /// <param name="title">What it is about, in one sentence.</param>
    /// <param name="lines">Short sentences.</param>
    /// <param name="hoursPerWeek">Hours of the job.</param>
    /// <param name="freedHours">Hours a week that colleagues got back.</param>
    /// <param name="freedOf">Whose hours.</param>
    /// <exception cref="RefusalException">A name or number of somebody stands in the text.</exception>
    public Story(string slug, StoryDoubt doubt, string title, IEnumerable<string> lines, decimal hoursPerWeek, decimal freedHours, string freedOf)
    {
        (Slug, Doubt, Title, Lines) = (slug, doubt, title, [.. lines]);
        (HoursPerWeek, FreedHours, FreedOf) = (hoursPerWeek, freedHours, freedOf);
        if (Lines.Append(Title).SelectMany(line => TextGuard.Check(line, [], [])).FirstOrDefault() is { } found)
            throw new RefusalException(Refusal.StoryNamesSomebody, found.Word);
    }

    public string Slug { get; private set; } = "";
    public StoryDoubt Doubt { get; private set; }
    public string Title { get; private set; } = "";
    public List<string> Lines { get; private set; } = [];
    public decimal HoursPerWeek { get; private set; }
    public decimal FreedHours { get; private set; }
    public string FreedOf { get; private set; } = "";

    /// <summary>The day on which the employer agreed; null: not, or not any more.</summary>
    public DateOnly? EmployerAgreedOn { get; private set; }

    /// <summary>The day on which the person agreed; null: not, or not any more.</summary>
    public DateOnly? PersonAgreedOn { get; private set; }

    /// <summary>Whether it may be shown.</summary>
    public bool IsShown => EmployerAgreedOn is not null && PersonAgreedOn is not null;

    /// <summary>The employer says yes or takes it back.</summary>
    public void EmployerAgrees(bool agrees, Act act) => EmployerAgreedOn = agrees ? act.Today : null;

    /// <summary>The person says yes or takes it back.</summary>
    public void PersonAgrees(bool agrees, Act act) => PersonAgreedOn = agrees ? act.Today : null;
}
