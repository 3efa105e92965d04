using System.Globalization;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Data.Seeding;

/// <summary>Proposals and introductions of the demo region in every state of lists.md §7.</summary>
internal static class DemoProposals
{
    public static void Add(MarketplaceDbContext db, DemoContent content, DemoRows rows)
    {
        foreach (var row in content.Proposals.OrderByDescending(p => p.ProposedDaysAgo))
        {
            var (job, person) = (rows.Jobs[row.Job], rows.People[row.Person]);
            var last = person.LastProposedOn;
            var (proposal, answer) = Propose.Make(job, person, row.Match is { } match ? Match(row, match, rows, job) : rows.Compare(job, person)!, sharedByCount: 5, openOnJob: 0, alreadyOpen: false, rows.Act(rows.Actors[row.Coach], row.ProposedDaysAgo));
            rows.Steps.Add(answer);
            if (row.Match is not null)
                person.LastProposedOn = last;
            rows.Proposals.Add(row.Key, proposal);
            db.Proposals.Add(proposal);
            AddCode(db, rows, person, job);
            Answer(db, row, rows, proposal, answer, person);
        }

        foreach (var row in content.Introductions)
            Advance(row, rows);
    }

    private static MatchSnapshot Match(DemoContent.ProposalRow row, DemoContent.MatchRow match, DemoRows rows, Job job)
    {
        var organisation = rows.OrganisationOf(row.Job);
        return new MatchSnapshot(
            match.Verdict,
            [.. match.TasksOut.Select(example => rows.Tasks[(organisation, example)].Id)],
            match.Asked,
            match.Hours,
            match.TravelMinutes,
            match.OpenQuestions)
        {
            JobHoursMax = job.HoursMax,
        };
    }

    private static void AddCode(MarketplaceDbContext db, DemoRows rows, Person person, Job job)
    {
        if (db.EmployerCodes.Local.Any(c => c.PersonId == person.Id && c.OrganisationId == job.OrganisationId))
            return;
        var code = string.Concat(Enumerable.Range(0, 4).Select(_ => EmployerCode.Alphabet[rows.Random.Next(EmployerCode.Alphabet.Length)]));
        db.EmployerCodes.Add(new EmployerCode { PersonId = person.Id, OrganisationId = job.OrganisationId, Code = code });
    }

    private static void Answer(MarketplaceDbContext db, DemoContent.ProposalRow row, DemoRows rows, Proposal proposal, OpenStep answer, Person person)
    {
        var employer = rows.Act(rows.Employer(rows.OrganisationOf(row.Job)), row.StateDaysAgo);
        switch (row.State)
        {
            case "wants-to-meet":
                var (introduction, next) = Propose.Accept(proposal, person, rows.Steps, employer);
                rows.Steps.Add(next);
                rows.Introductions.Add(row.Key, introduction);
                db.Introductions.Add(introduction);
                break;
            case "not-for-this-job":
                if (Propose.Decline(proposal, Reason(row.Reason), rows.Steps, rows.Adviser, employer) is { } call)
                    rows.Steps.Add(call);
                break;
            case "withdrawn":
                Propose.Withdraw(proposal, null, person, rows.Steps, meetsHereOtherwise: false, rows.Act(rows.Actors[row.Coach], row.StateDaysAgo));
                break;
            case "expired":
                proposal.Expire(rows.Act(Actor.Program, row.StateDaysAgo));
                answer.Void();
                break;
            default:
                break;
        }
    }

    private static void Advance(DemoContent.IntroductionRow row, DemoRows rows)
    {
        var introduction = rows.Introductions[row.Proposal];
        var person = rows.People[row.Proposal.Split('/')[1]];
        if (row.MeetConsentDaysAgo is not { } asked)
            return;
        var consultant = rows.Act(rows.Actors["consulent"], asked);
        person.Give(ConsentPurpose.Meet, introduction.OrganisationId, Enum.Parse<ConsentWay>(row.MeetConsentWay!, ignoreCase: true), false, "Kennismaking met deze werkgever.", consultant);
        rows.Steps.Add(Introduce.Allow(introduction, person, rows.Steps, consultant));
        if (row.PlannedOffsetDays is not { } offset || row.PlannedTime is null)
            return;
        var moment = rows.Today.AddDays(offset).ToDateTime(TimeOnly.Parse(row.PlannedTime, CultureInfo.InvariantCulture));
        rows.Steps.Add(Introduce.Plan(introduction, DutchCalendar.ToUtc(moment), "Op het werk", "de teamleider", rows.Steps, rows.Act(rows.Actors["jobcoach"], Math.Max(row.StateDaysAgo, 1 - offset))));
        var after = rows.Act(rows.Actors["jobcoach"], row.StateDaysAgo);
        if (row.State is "held" or "goes-on" or "stopped")
            introduction.Hold(after);
        if (row.State == "goes-on")
            rows.Steps.Add(Introduce.GoOn(introduction, rows.Steps, after));
        if (row.State == "stopped")
            Introduce.Stop(introduction, person, rows.Steps, meetsHereOtherwise: false, after);
    }

    private static DeclineReason Reason(string? word) => word switch
    {
        "times" => DeclineReason.Times,
        "no-supervisor" => DeclineReason.NoSupervisor,
        "tasks-changed" => DeclineReason.TasksChanged,
        "waiting" => DeclineReason.Waiting,
        "call-me" => DeclineReason.CallMe,
        _ => DeclineReason.Filled,
    };
}
