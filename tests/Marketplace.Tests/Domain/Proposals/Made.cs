using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Tests.Domain.Proposals;

/// <summary>One employer, one job and people who fit it, made with the verbs of the domain.</summary>
internal sealed class Made
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly Guid CoachId = Guid.Parse("00000000-0000-0000-0000-00000000c0ac");
    public static readonly Guid ConsultantId = Guid.Parse("00000000-0000-0000-0000-00000000c0de");

    private static readonly string[] Mornings = ["mon-1", "tue-1", "wed-1", "thu-1", "fri-1"];

    public Organisation Employer { get; } = NewOrganisation("Werkplaats", OrganisationKind.Company);

    public Organisation Municipality { get; } = NewOrganisation("Gemeente", OrganisationKind.Municipality);

    public static Act Coach { get; } = By(Role.JobCoach, CoachId, Guid.NewGuid());

    public static Act At(DateOnly day) => Coach with { Today = day, At = day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc) };

    /// <summary>An open job: sort (light), stack (heavy lifting) and, when asked for, a task on which nothing was asked.</summary>
    public Job Job(bool withUnasked = false, Action<Job>? change = null)
    {
        var job = new Job(Employer, "Hulp in de werkplaats", Coach)
        {
            HoursMin = 8,
            HoursMax = 20,
            FlexibleDayparts = [.. Mornings],
            Offers = ["fixed-supervisor"],
        };
        Add(job, "Sorteren", 720, new Levels([new("D1", 1), new("B1", 2), new("D2", 2)]), ["sorting"]);
        Add(job, "Stapelen", 240, new Levels([new("D1", 3)]), []);
        if (withUnasked)
            Add(job, "Vegen", 240, Levels.None, []);
        job.RecordTeamYes("de voorman", Today, Today.AddMonths(3), Coach);
        change?.Invoke(job);
        job.Publish(Employer, RegulationBook.Current, Coach);
        return job;
    }

    /// <summary>Somebody near the job with these capacities, and consent to be found and proposed.</summary>
    public Person Person(string code = "K-10001", (string Dimension, int Level)[]? can = null, Action<Person>? change = null)
    {
        var person = new Person(code, Municipality.Id, "drechtsteden", ConsultantId, "3311", Coach);
        person.SetTimes(8, 16, 24, Mornings);
        person.SetTravel(["bike"], 45);
        person.SetWishes([Forms.Regular], ["industry"], ["sorting"], [], Levels.None);
        foreach (var (dimension, level) in can ?? [("D1", 3), ("B1", 2), ("D2", 2)])
            person.SetCapacity(dimension, level, CapacitySource.Conversation, Coach);
        person.Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", Coach);
        person.Give(ConsentPurpose.Proposed, null, ConsentWay.Together, false, "", Coach);
        change?.Invoke(person);
        return person;
    }

    private static Act By(Role role, Guid userId, Guid organisationId) =>
        new(new Actor(userId, "J. de Vries", organisationId, "Coachbureau", role, false, ["drechtsteden"]), Today.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), Today);

    private void Add(Job job, string name, int minutes, Levels demands, List<string> tags) => job.Add(
        new WorkTask(Employer.Id, name, new TaskRhythm(1, Frequency.Week, 5, minutes), Coach) { DoneBy = "de voorman", Demands = demands, Tags = tags }, Coach);

    private static Organisation NewOrganisation(string name, OrganisationKind kind)
    {
        var organisation = new Organisation(name, kind, saysNonProfit: false) { Sector = "industry", ContactName = "A. Stolk", Phone = "078 000 00 01" };
        organisation.WorksIn("drechtsteden");
        organisation.AddSite("Dordrecht", "3316");
        return organisation;
    }
}
