using System.Globalization;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Data.Seeding;

/// <summary>People of the demo region: the profile, and identity apart in the vault.</summary>
internal static class DemoPeople
{
    public static void Add(MarketplaceDbContext db, IdentityVault vault, DemoContent content, DemoRows rows)
    {
        foreach (var row in content.People)
        {
            string code;
            do
                code = string.Create(CultureInfo.InvariantCulture, $"K-{rows.Random.Next(10_000, 100_000)}");
            while (!rows.Codes.Add(code));
            var person = Person(code, row, content, rows);
            rows.People.Add(row.Key, person);
            db.People.Add(person);
            rows.Standings.Add(row.Key, Standing(person, row, rows));
            db.Standings.Add(rows.Standings[row.Key]);
            vault.Add(
                person.Id,
                new IdentityFacts(row.FirstName, row.LastName, rows.Today.AddYears(-row.AgeYears).AddDays(-row.AgeDays), row.Phone, row.Email ?? "", row.Pc4 + " AB"));
        }
    }

    /// <summary>Who stopped: after the proposals that rested on the consent.</summary>
    public static void EndConsents(DemoRows rows)
    {
        foreach (var (person, purpose, act) in rows.EndLater)
        {
            if (purpose == ConsentPurpose.Found)
                StopConsent.Everything(person, rows.Proposals.Values, rows.Introductions.Values, act);
            else
                StopConsent.ToBeProposed(person, rows.Proposals.Values, rows.Introductions.Values, act);
        }

        rows.EndLater.Clear();
    }

    private static Person Person(string code, DemoContent.PersonRow row, DemoContent content, DemoRows rows)
    {
        // Every second person of the social service belongs to the colleague, so that "van een collega" has somebody.
        var consultant = rows.Team.Count > 0 ? rows.Team[rows.People.Count % rows.Team.Count]
            : row.Owner == DemoRegion.SocialService ? rows.Actors[rows.People.Count % 3 == 2 ? "m.bos" : "consulent"]
            : rows.Actors[row.Owner];
        var registered = rows.Act(consultant, Math.Max(90, row.LadderDaysAgo));
        var person = new Person(code, rows.Organisations[row.Owner].Id, content.Region.Code, consultant.UserId!.Value, row.Pc4, registered);
        person.SetTimes(row.Hours.Min, row.Hours.Wish, row.Hours.Max, row.Dayparts);
        person.SetTravel(row.Travel.Modes, row.Travel.MaxMinutes);
        foreach (var group in row.Capacities)
        {
            var asked = rows.Act(consultant, group.DaysAgo);
            foreach (var (dimension, level) in group.Levels)
                person.SetCapacity(dimension, level, Source(group.Source), asked);
        }

        person.SetSupport(row.Helps, row.Support, row.Certificates, row.Exclusions);
        person.SetWishes(row.Forms, row.Wishes.Sectors, row.Wishes.Tags, row.Wishes.NotTags, new Levels(row.Growth));
        person.StaffNote = row.StaffNote;
        var proposed = content.Proposals.Where(p => p.Person == row.Key).Select(p => p.ProposedDaysAgo + 7).DefaultIfEmpty(0).Max();
        Consent(person, ConsentPurpose.Found, row.ConsentFound, proposed, rows, consultant);
        Consent(person, ConsentPurpose.Proposed, row.ConsentProposed, proposed, rows, consultant);
        person.LastReviewOn = rows.Today.AddDays(-row.LastReviewDaysAgo);
        person.LadderMeasuredOn = rows.Today.AddDays(-row.LadderDaysAgo);
        person.LastProposedOn = row.LastProposedDaysAgo is { } days ? rows.Today.AddDays(-days) : null;
        return person;
    }

    private static Standing Standing(Person person, DemoContent.PersonRow row, DemoRows rows)
    {
        var standing = new Standing(person.Id);
        var determined = row.Statuses.Contains("AO_LT35") ? rows.Today.AddYears(-2) : (DateOnly?)null;
        standing.Record(
            new StandingFacts(row.Statuses, row.Loonwaarde, row.Loonwaarde is null ? null : person.LadderMeasuredOn, row.Statuses.Contains("PW_BIJSTAND") ? true : null, null, determined, row.StatementOffsetDays is { } days ? rows.Today.AddDays(days) : null),
            rows.Act(rows.Actors["consulent"], row.LadderDaysAgo));
        return standing;
    }

    private static void Consent(Person person, ConsentPurpose purpose, DemoContent.ConsentRow? row, int before, DemoRows rows, Actor consultant)
    {
        // A proposal rests on a consent of its own time: whoever was proposed longer ago had said yes by then.
        if (row is null && before == 0)
            return;
        var given = Math.Max(row?.GivenDaysAgo ?? 0, before);
        var way = row is null ? ConsentWay.Together : Enum.Parse<ConsentWay>(row.Way, ignoreCase: true);
        person.Give(purpose, null, way, row?.Representative ?? false, "Samen bekeken: uren, reis, mogelijkheden en wensen.", rows.Act(consultant, given));
        if ((row is null ? 0 : row.EndedDaysAgo) is not { } ended)
            return;
        rows.EndLater.Add((person, purpose, rows.Act(consultant, ended)));
    }

    private static CapacitySource Source(string word) => word switch
    {
        "meelopen" => CapacitySource.WorkingAlong,
        "proefplaatsing" => CapacitySource.TrialPlacement,
        _ => CapacitySource.Conversation,
    };
}
