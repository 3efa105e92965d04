using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Data.Seeding;

/// <summary>Placements of the demo region: from a trial that became a contract to a secondment without a step since 2024.</summary>
internal static class DemoPlacements
{
    /// <summary>Placements of which the employer may read the arrangements.</summary>
    private static readonly string[] SharesArrangements = ["yassin-contract", "omar-contract"];

    /// <summary>The right that nobody asked in time.</summary>
    private static readonly (string Placement, string Act) Forgotten = ("omar-contract", ArrangedAct.Coach);

    public static void Add(MarketplaceDbContext db, DemoContent content, DemoRows rows, RegulationBook book)
    {
        var followUps = new Dictionary<string, PlacementFollowUp>();
        foreach (var row in content.Placements)
        {
            var placement = Agree(row, rows);
            placement.FormalEmployerId = rows.Organisations[row.FormalEmployer ?? row.Organisation].Id;
            placement.ManagedById = rows.Organisations[row.ManagedBy].Id;
            var followUp = new PlacementFollowUp(placement);
            rows.Placements.Add(row.Key, placement);
            followUps.Add(row.Key, followUp);
            db.Placements.Add(placement);
            foreach (var done in rows.Steps.Where(s => s.Kind == StepKind.AgreePlacement && s.ProposalId == placement.ProposalId))
                done.Finish(rows.Act(rows.Actors["jobcoach"], Math.Max(0, -row.StartOffsetDays)));
            if (row.State != "agreed")
                Follow(row, rows, followUp, row.Previous is null ? null : followUps[row.Previous], book);
            Arrange(row, rows, followUp, book);
            if (SharesArrangements.Contains(row.Key))
                db.IncomeTalks.Add(new IncomeTalk(placement.PersonId, null, rows.Act(rows.Actors["consulent"], rows.Today.DayNumber - placement.EnteredOn.DayNumber)));
            db.Keep(followUp);
        }
    }

    /// <summary>The placement starts; talks of more than three weeks ago were held, and somebody whose work is done has stopped.</summary>
    private static void Follow(DemoContent.PlacementRow row, DemoRows rows, PlacementFollowUp followUp, PlacementFollowUp? previous, RegulationBook book)
    {
        var placement = followUp.Placement;
        var enteredDaysAgo = rows.Today.DayNumber - placement.EnteredOn.DayNumber;
        StartPlacement.Start(followUp, previous, book, rows.Act(Actor.Program, Math.Min(Math.Max(0, -row.StartOffsetDays), enteredDaysAgo)));
        var held = rows.Today.AddDays(-row.TalksHeldUntilDaysAgo);
        var until = placement.LastDay is { } last && last < held ? last : held;
        foreach (var talk in followUp.Reminders.Where(r => r.IsOpen && r.IsTalk && r.LegalDate <= until && enteredDaysAgo > 0).Select(r => r.LegalDate).Distinct().Order().ToList())
            RecordTalk.Record(followUp, talk, new Talk(talk, RecordOutcome.GoesWell, EmployerTookPart: true), Recipient.JobCoach, book, rows.Act(rows.Actors["jobcoach"], rows.Today.DayNumber - talk.DayNumber));
        if (row.State == "stopped")
            Stop(row, rows, followUp, book);
    }

    /// <summary>
    /// Wage and rights of work that goes on. Two people let their employer read how it is arranged; of work that began longer ago everything was
    /// asked, but for one right that nobody thought of.
    /// </summary>
    private static void Arrange(DemoContent.PlacementRow row, DemoRows rows, PlacementFollowUp followUp, RegulationBook book)
    {
        var placement = followUp.Placement;
        if (!placement.IsActive || !Forms.HasRegulations(placement.Terms.Form))
            return;
        if (placement.IsPaid)
            placement.SetWage(new PlacementWage(row.HourlyWage!.Value, row.FullTimeHours!.Value, 0.25m), minimum: null);
        var person = rows.People[row.Person];
        var shares = SharesArrangements.Contains(row.Key);
        var began = rows.Act(rows.Actors["consulent"], rows.Today.DayNumber - placement.EnteredOn.DayNumber);
        if (shares)
            person.Give(ConsentPurpose.Share, placement.EmployerId, ConsentWay.Together, false, "Samen bekeken: regelingen, kosten en wie wat aanvraagt.", began);
        var facts = new PlacementCase(placement, rows.Standings[row.Person], BirthDate: null, CoachHours: null, DeclarationAsked: false, Deviations: []);
        var acts = ArrangedAct.Of(placement.Terms, facts.On(placement.Terms.Start, book), book).Where(a => shares || !a.NeedsShare);
        ArrangeRights.Lay(followUp, [.. acts], [], began);
        foreach (var right in followUp.NewSteps.Where(s => s.Kind == StepKind.AskRight && row.StartOffsetDays < -ArrangeRights.PromisedDays && (row.Key, s.About) != Forgotten))
            right.Finish(rows.Act(rows.Actors["consulent"], Math.Max(0, began.Today.DayNumber > placement.Terms.Start.DayNumber ? 0 : -row.StartOffsetDays)));
    }

    /// <summary>The job coach recorded that the work stopped, and the consultant called that day.</summary>
    private static void Stop(DemoContent.PlacementRow row, DemoRows rows, PlacementFollowUp followUp, RegulationBook book)
    {
        var on = rows.Today.AddDays(-row.StateDaysAgo);
        var stopped = new Talk(on, RecordOutcome.Stopped, EmployerTookPart: true, LastDay: rows.Today.AddDays(row.EndOffsetDays!.Value), StopReason: Reason(row.StopReason));
        RecordTalk.Record(followUp, null, stopped, Recipient.JobCoach, book, rows.Act(rows.Actors["jobcoach"], row.StateDaysAgo));
        foreach (var call in followUp.Steps.Where(s => s.Kind == StepKind.CallToday))
            call.Finish(rows.Act(rows.Actors["consulent"], row.StateDaysAgo));
    }

    private static Placement Agree(DemoContent.PlacementRow row, DemoRows rows)
    {
        var person = rows.People[row.Person];
        var terms = Terms(row, rows.Today);
        var agreed = rows.Act(rows.Actors["jobcoach"], Math.Max(row.State == "agreed" ? row.StateDaysAgo : -row.StartOffsetDays + 4, 0));
        if (row.Previous is { } previous)
            return new Placement(rows.Jobs[row.Job!], person, rows.Placements[previous], terms, "de teamleider", agreed);
        if (row.Job is { } job && rows.Introductions.TryGetValue($"{job}/{row.Person}", out var introduction))
            return new Placement(rows.Jobs[job], person, introduction, terms, "de teamleider", agreed);

        // Agreed before the program came: entered today, so older contacts are not held against anyone.
        var employer = rows.Organisations[row.Organisation];
        return new Placement(
            employer,
            employer.Sites[0],
            row.Job is null ? null : rows.Jobs[row.Job],
            person,
            row.JobcoachIssuer is "none" or "unknown" ? null : rows.Actors["jobcoach"].UserId,
            terms,
            "de teamleider",
            rows.Act(rows.Actors["consulent"], 0));
    }

    private static PlacementTerms Terms(DemoContent.PlacementRow row, DateOnly today)
    {
        return new PlacementTerms(
            row.Form,
            today.AddDays(row.StartOffsetDays),
            Day(row.EndOffsetDays, today),
            row.HoursPerWeek,
            Enum.Parse<SubsidyKind>(row.LksKind, ignoreCase: true),
            Day(row.LksReviewOffsetDays, today),
            Enum.Parse<LkvKind>(row.Lkv, ignoreCase: true),
            Enum.Parse<CoachIssuer>(row.JobcoachIssuer, ignoreCase: true),
            Day(row.JobcoachUntilOffsetDays, today),
            Forms.IsPaid(row.Form) ? Day(row.FirstContractOffsetDays, today) : null);
    }

    private static DateOnly? Day(int? offset, DateOnly today) => offset is { } days ? today.AddDays(days) : null;

    private static StopReason? Reason(string? word) => word switch
    {
        "work-was-done" => StopReason.WorkWasDone,
        "hours" => StopReason.Hours,
        "next-step" => StopReason.NextStep,
        _ => null,
    };
}
