using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Data.Seeding;

/// <summary>
/// What happened in the last year between the work and the people of a whole region: proposals in every state, introductions, placements.
/// The engine says who fits; consent is that of the day.
/// </summary>
internal sealed class DemoHistory(DemoContent content, DemoRows rows, Random random)
{
    private static readonly string[] Reasons = ["filled", "times", "no-supervisor", "tasks-changed", "waiting", "call-me"];

    /// <summary>A coach does not compare everybody for a proposal.</summary>
    private const int CoachLooksAt = 150;

    private readonly List<DemoContent.ProposalRow> _proposals = [];
    private readonly List<DemoContent.IntroductionRow> _introductions = [];
    private readonly List<DemoContent.PlacementRow> _placements = [];
    private readonly HashSet<string> _placed = [];

    /// <summary>Jobs for which nobody was found: they wait.</summary>
    private readonly HashSet<string> _nobody = [];
    private readonly Dictionary<string, DemoContent.PersonRow> _people = content.People.ToDictionary(p => p.Key);

    /// <summary>The same content with what happened.</summary>
    /// <param name="coaches">The coach of the first placements, one by one; the others have the coach of the region.</param>
    public DemoContent Add(IReadOnlyList<DemoCoach> coaches)
    {
        var filled = content.Jobs.Where(j => j.State == "filled").ToList();
        foreach (var (n, job) in filled.Index())
            Fill(job, n < coaches.Count ? coaches[n] : DemoCoach.Own);
        foreach (var job in content.Jobs.Where(j => j.State is "open" or "paused"))
            Propose(job);
        foreach (var job in content.Jobs.Where(j => j.State == "stopped"))
            Stop(job);
        return content with { Jobs = [.. content.Jobs.Select(j => _nobody.Contains(j.Key) ? j with { State = "paused" } : j)], Proposals = _proposals, Introductions = _introductions, Placements = [.. content.Placements, .. _placements] };
    }

    /// <summary>Somebody was proposed, met the employer and works there; of every three one began on trial.</summary>
    private void Fill(DemoContent.JobRow job, DemoCoach coach)
    {
        var start = job.PostedDaysAgo - DemoFull.PostedBeforeStart;
        var proposed = job.PostedDaysAgo - 4;
        if (Somebody(job, proposed) is not { } person)
        {
            _nobody.Add(job.Key);
            return;
        }

        _placed.Add(person.Key);
        var key = Proposal(job, person, "wants-to-meet", proposed, proposed - 4, coach.Key);
        var met = Weekday(proposed - 12);
        _introductions.Add(new DemoContent.IntroductionRow(key, "goes-on", met, proposed - 6, "together", -met, "10:00"));
        var isTrial = job.Form == Forms.Regular && _placements.Count % 3 == 2 && start > 70;
        if (isTrial)
            _placements.Add(Placement($"{job.Key}-proef", job, person, start, coach) with { Form = Forms.Trial, State = "next-step", StateDaysAgo = start - 60, EndOffsetDays = 60 - start });
        var begins = isTrial ? start - 61 : start;
        var placement = Placement(job.Key, job, person, begins, coach) with { Form = job.Form, Previous = isTrial ? $"{job.Key}-proef" : null };
        _placements.Add(Forms.IsPaid(job.Form) ? Paid(placement, person, begins)
            : job.Form == Forms.Volunteer ? placement with { JobcoachIssuer = "none", JobcoachUntilOffsetDays = null } : placement);
    }

    /// <summary>Somebody worked there until the work stopped.</summary>
    private void Stop(DemoContent.JobRow job)
    {
        if (job.PostedDaysAgo - 10 <= job.StateDaysAgo || Somebody(job, job.PostedDaysAgo - 4) is not { } person)
            return;
        _placed.Add(person.Key);
        var placement = Paid(Placement(job.Key, job, person, job.PostedDaysAgo - 5, DemoCoach.Own), person, job.PostedDaysAgo - 5);
        _placements.Add(placement with
        {
            State = "stopped",
            StateDaysAgo = job.StateDaysAgo,
            EndOffsetDays = -job.StateDaysAgo,
            StopReason = _placements.Count % 2 == 0 ? "work-was-done" : "hours",
        });
    }

    /// <summary>A job that is open got up to four proposals in the time that it was there.</summary>
    private void Propose(DemoContent.JobRow job)
    {
        for (var n = random.Next(5); n > 0 && job.PostedDaysAgo > 4; n--)
        {
            var proposed = job.State == "paused" || n > 2 ? random.Next(2, job.PostedDaysAgo) : random.Next(2, Math.Min(14, job.PostedDaysAgo));
            if (job.State == "paused" && proposed <= 22)
                continue;
            if (Somebody(job, proposed, CoachLooksAt) is { } person)
                Answer(job, person, proposed);
        }
    }

    private void Answer(DemoContent.JobRow job, DemoContent.PersonRow person, int proposed)
    {
        var turn = random.Next(10);
        if (proposed > 22)
        {
            var state = turn switch { < 4 => "not-for-this-job", < 6 => "withdrawn", < 8 => "expired", _ => "wants-to-meet" };
            var key = Proposal(job, person, state, proposed, state == "expired" ? proposed - 21 : proposed - 3);
            if (state == "wants-to-meet")
            {
                var met = Weekday(proposed - 12);
                _introductions.Add(new DemoContent.IntroductionRow(key, "stopped", met, proposed - 5, "telephone", -met, "14:00"));
            }
        }
        else if (turn < 6 || proposed < 7)
        {
            Proposal(job, person, "proposed", proposed, proposed);
        }
        else if (turn < 8)
        {
            Proposal(job, person, "not-for-this-job", proposed, proposed - 2);
        }
        else
        {
            var key = Proposal(job, person, "wants-to-meet", proposed, proposed - 2);
            _introductions.Add(turn == 8
                ? new DemoContent.IntroductionRow(key, "awaiting-consent", proposed - 2, null, null, null, null)
                : new DemoContent.IntroductionRow(key, "planned", 1, proposed - 3, "together", Ahead(3), "10:00"));
        }
    }

    private string Proposal(DemoContent.JobRow job, DemoContent.PersonRow person, string state, int proposed, int answered, string coach = "jobcoach")
    {
        var key = $"{job.Key}/{person.Key}";
        _proposals.Add(new DemoContent.ProposalRow(
            key, job.Key, person.Key, state, proposed, answered, state == "not-for-this-job" ? Reasons[_proposals.Count % Reasons.Length] : null, null, coach));
        return key;
    }

    /// <summary>Somebody who fits, with consent on that day, who works nowhere yet and was not proposed for this job.</summary>
    private DemoContent.PersonRow? Somebody(DemoContent.JobRow row, int daysAgo, int looked = int.MaxValue)
    {
        var day = rows.Today.AddDays(-daysAgo);
        var job = rows.Jobs[row.Key];
        var first = random.Next(content.People.Count);
        for (var n = 0; n < Math.Min(looked, content.People.Count); n++)
        {
            var person = content.People[(first + n) % content.People.Count];
            if (_placed.Contains(person.Key) || IsKept(person) || _proposals.Exists(p => p.Key == $"{row.Key}/{person.Key}"))
                continue;
            var known = rows.People[person.Key];
            if (known.ConsentOn(ConsentPurpose.Found, day) is not null && known.ConsentOn(ConsentPurpose.Proposed, day) is not null && rows.Compare(job, known) is not null)
                return person;
        }

        return null;
    }

    /// <summary>Who ended a consent has no history here, and who has a placement already is not proposed.</summary>
    private bool IsKept(DemoContent.PersonRow person) =>
        person.ConsentFound?.EndedDaysAgo is not null || person.ConsentProposed?.EndedDaysAgo is not null || content.Placements.Any(p => p.Person == person.Key);

    private static DemoContent.PlacementRow Placement(string key, DemoContent.JobRow job, DemoContent.PersonRow person, int start, DemoCoach coach) => new(
        key, person.Key, job.Organisation, job.Key, null, person.Owner, job.Form, "running", start, null, null, -start, null, null,
        Math.Min(job.HoursMax, person.Hours.Wish), "none", null, "none", "municipality", 365 - start, null, null, coach.HeldUntilDaysAgo);

    /// <summary>A contract: subsidy for who is in the group of it, and a wage.</summary>
    private static DemoContent.PlacementRow Paid(DemoContent.PlacementRow placement, DemoContent.PersonRow person, int start)
    {
        var isSubsidised = person.Statuses.Contains("LKS_DOELGROEP");
        return placement with
        {
            EndOffsetDays = 366 - start,
            FirstContractOffsetDays = -start,
            LksKind = isSubsidised ? "measured" : "none",
            LksReviewOffsetDays = isSubsidised ? 366 - start : null,
            Lkv = person.Statuses.Contains("DGR_PW") ? "banenafspraak" : "none",
            HourlyWage = 15.2m + (start % 9 * 0.15m),
            FullTimeHours = 38,
        };
    }

    /// <summary>So many days from today, or the Monday after it.</summary>
    private int Ahead(int days) => rows.Today.AddDays(days).DayOfWeek switch
    {
        DayOfWeek.Saturday => days + 2,
        DayOfWeek.Sunday => days + 1,
        _ => days,
    };

    /// <summary>The same day, or the Friday before it.</summary>
    private int Weekday(int daysAgo) => rows.Today.AddDays(-daysAgo).DayOfWeek switch
    {
        DayOfWeek.Saturday => daysAgo + 1,
        DayOfWeek.Sunday => daysAgo + 2,
        _ => daysAgo,
    };
}

/// <summary>Who stands beside a placement, and since when no talk was recorded any more.</summary>
internal sealed record DemoCoach(string Key, int HeldUntilDaysAgo = 21)
{
    public static DemoCoach Own { get; } = new("jobcoach");
}
