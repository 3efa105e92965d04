using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Data.Seeding;

/// <summary>Placements of the demo region: from a trial that became a contract to a secondment without a step since 2024.</summary>
internal static class DemoPlacements
{
    public static void Add(MarketplaceDbContext db, DemoContent content, DemoRows rows)
    {
        foreach (var row in content.Placements)
        {
            var placement = Agree(row, rows);
            placement.FormalEmployerId = rows.Organisations[row.FormalEmployer ?? row.Organisation].Id;
            placement.ManagedById = rows.Organisations[row.ManagedBy].Id;
            rows.Placements.Add(row.Key, placement);
            db.Placements.Add(placement);
            if (row.State != "agreed")
                placement.Start(rows.Act(Actor.Program, Math.Max(0, -row.StartOffsetDays)));
            if (row.State == "stopped")
                placement.Stop(rows.Today.AddDays(row.EndOffsetDays!.Value), Reason(row.StopReason), rows.Act(rows.Actors["jobcoach"], row.StateDaysAgo));
        }

        foreach (var row in content.Placements.Where(p => p.Previous is not null))
            rows.Placements[row.Previous!].GoOnTo(rows.Placements[row.Key], rows.Act(Actor.Program, -row.StartOffsetDays));
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
