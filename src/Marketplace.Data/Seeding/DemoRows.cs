using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>What was seeded so far, by the keys of the content.</summary>
internal sealed class DemoRows(DateOnly today, Random random, DemoMatch compare)
{
    public DateOnly Today { get; } = today;

    public Random Random { get; } = random;

    /// <summary>What the engine says of a pair.</summary>
    public DemoMatch Compare { get; } = compare;

    public Dictionary<string, Organisation> Organisations { get; } = [];

    /// <summary>Actors by e-mail name, such as <c>jobcoach</c>; employers by <c>werkgever.{organisation}</c>.</summary>
    public Dictionary<string, Actor> Actors { get; } = [];

    public Dictionary<(string Organisation, string Example), WorkTask> Tasks { get; } = [];

    public Dictionary<string, Job> Jobs { get; } = [];

    public Dictionary<string, Person> People { get; } = [];

    public Dictionary<string, Standing> Standings { get; } = [];

    /// <summary>Codes of people that were given.</summary>
    public HashSet<string> Codes { get; } = [];

    public Dictionary<string, Proposal> Proposals { get; } = [];

    public Dictionary<string, Introduction> Introductions { get; } = [];

    public Dictionary<string, Placement> Placements { get; } = [];

    public List<OpenStep> Steps { get; } = [];

    /// <summary>Key of the adviser of every employer that is added now.</summary>
    public string AdviserKey { get; set; } = "adviseur";

    public Adviser Adviser => new(Actors[AdviserKey].UserId, Actors[AdviserKey].OrganisationId!.Value, Actors[AdviserKey].Name, "");

    /// <summary>Consultants of the people of this part of a larger region; empty: those that were written.</summary>
    public List<Actor> Team { get; } = [];

    /// <summary>Consents that end once the proposals that rested on them are there.</summary>
    public List<(Person Person, ConsentPurpose Purpose, Act Act)> EndLater { get; } = [];

    /// <summary>Somebody acted so many days before the day of seeding, in the morning unless a time is given.</summary>
    public Act Act(Actor by, int daysAgo, TimeOnly? at = null)
    {
        var day = Today.AddDays(-daysAgo);
        return new Act(by, DutchCalendar.ToUtc(day.ToDateTime(at ?? new TimeOnly(9, 0))), day);
    }

    public string OrganisationOf(string job)
    {
        var id = Jobs[job].OrganisationId;
        return Organisations.Single(o => o.Value.Id == id).Key;
    }

    public Actor Employer(string organisation) => Actors.GetValueOrDefault($"werkgever.{organisation}", Actors["werkgever"]);
}
