using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.People;

/// <summary>The six sheets of a profile: their addresses, their order, and how far each is (lists.md §5).</summary>
public static class ProfileSheets
{
    public const string Who = "wie";
    public const string Times = "uren";
    public const string Travel = "reizen";
    public const string Abilities = "mogelijkheden";
    public const string Help = "helpt";
    public const string Wishes = "wensen";
    public const string Together = "samen";

    private static readonly string[] Order = [Who, Times, Travel, Abilities, Help, Wishes, Together];

    public sealed record Sheet(string Blad, string Title, StepState State);

    /// <summary>Something without which a person cannot be compared with a job, and the sheet that asks it.</summary>
    public sealed record Missing(string What, string Blad);

    public static string HubOf(Guid personId) => $"/kandidaten/{personId}";

    public static string AddressOf(Guid personId, string blad) => $"/kandidaten/{personId}/profiel/{blad}";

    public static string ConsentOf(Guid personId) => $"/kandidaten/{personId}/toestemming";

    /// <summary>"Bewaar en verder" goes to the next sheet, "Bewaar en later verder" to the profile.</summary>
    public static string After(Guid personId, string blad, bool later) =>
        later ? HubOf(personId) : AddressOf(personId, Order[Array.IndexOf(Order, blad) + 1]);

    public static IReadOnlyList<Sheet> Of(Person person, DateOnly today) =>
    [
        new(Times, "Uren en tijden", DoneWhen(person.HoursMin is not null && person.AvailableDayparts.Count > 0)),
        new(Travel, "Reizen", DoneWhen(person.Modes.Count > 0 && person.MaxTravelMinutes is not null)),
        new(Abilities, "Wat gaat goed", Part(person.Capacities.Count, Dimensions.Count)),
        new(Help, "Wat helpt", DoneWhen(person.SupportDiscussedOn is not null || HasSupport(person))),
        new(Wishes, "Wensen", DoneWhen(person.Forms.Count > 0)),
        new(Together, "Samen bekijken", Part(
            new[] { ConsentPurpose.Found, ConsentPurpose.Proposed }.Count(purpose => person.ConsentOn(purpose, today) is not null), 2)),
    ];

    /// <summary>What <see cref="Person.IsComplete"/> asks and is not there yet.</summary>
    public static IReadOnlyList<Missing> MissingOf(Person person)
    {
        List<Missing> missing = [];
        if (person.HoursMin is null)
            missing.Add(new("het aantal uren", Times));
        if (person.AvailableDayparts.Count == 0)
            missing.Add(new("de dagdelen", Times));
        if (person.Modes.Count == 0)
            missing.Add(new("het vervoer", Travel));
        if (person.MaxTravelMinutes is null)
            missing.Add(new("de reistijd", Travel));
        if (person.Forms.Count == 0)
            missing.Add(new("de vorm van werk", Wishes));
        return missing;
    }

    private static bool HasSupport(Person person) =>
        person.Helps.Count + person.BringsAlong.Count + person.Certificates.Count + person.Exclusions.Count > 0;

    private static StepState DoneWhen(bool done) => done ? StepState.Done : StepState.NotYet;

    private static StepState Part(int done, int all) => done == all ? StepState.Done : done > 0 ? StepState.Busy : StepState.NotYet;
}
