using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;

namespace Marketplace.Domain.FollowUp;

/// <summary>
/// Lays the lines of the reminder function beside the stored rows of one subject. What was done stays, what was sent stays, what is
/// planned follows the facts; the same facts on the same day change nothing (regulations.md, "Rules of the program").
/// </summary>
public static class ReminderPlan
{
    /// <summary>
    /// Every line for the facts known: computed on the first day of the work and today, both lists together. Where both have a line, the
    /// sending day of today counts.
    /// </summary>
    public static IReadOnlyList<ReminderLine> LinesOf(Placement placement, RegulationBook book, DateOnly today) =>
        LinesOf(placement, placement.Terms.End, book, today);

    /// <summary>What the reminder function is asked about a placement.</summary>
    /// <remarks>
    /// A coach who is there while nobody knows yet who pays counts as a job coach: talks are with the coach. The dates of the decision
    /// (JC_*) wait for the fact, see <see cref="LinesOf(Placement, RegulationBook, DateOnly)"/>.
    /// </remarks>
    public static PlacementFacts FactsOf(Placement placement) => FactsOf(placement, placement.Terms.End);

    /// <summary>The lines that still follow once the work has stopped on its real last day.</summary>
    internal static IReadOnlyList<ReminderLine> LinesUntil(DateOnly lastDay, Placement placement, RegulationBook book, DateOnly today) =>
        LinesOf(placement, lastDay, book, today);

    /// <summary>Changes the stored rows to what follows from the facts now.</summary>
    /// <param name="lines">All lines that follow.</param>
    /// <param name="enteredOn">The day on which the subject came into the program.</param>
    /// <param name="stored">The stored rows of the same subject.</param>
    /// <param name="make">Makes a row of a line.</param>
    /// <returns>The rows to add.</returns>
    internal static IReadOnlyList<Reminder> Lay(
        IReadOnlyList<ReminderLine> lines, DateOnly enteredOn, IReadOnlyCollection<Reminder> stored, Func<ReminderLine, Reminder> make)
    {
        var rows = stored.ToDictionary(KeyOf);
        var older = OlderContacts(lines, enteredOn);
        var added = new List<Reminder>();
        foreach (var line in lines)
        {
            if (!rows.Remove(KeyOf(line), out var row))
                added.Add(row = make(line));
            if (older.Contains(line))
                VoidPlanned(row, VoidReason.PastAtEntry);
            else if (row.State == ReminderState.Void)
                row.Revive(line.SendOn);
            else
                row.SendOnAgain(line.SendOn);
        }

        foreach (var row in rows.Values)
            VoidPlanned(row, VoidReason.FactsChanged);
        return added;
    }

    internal static bool Follows(this Reminder row, IEnumerable<ReminderLine> lines) => lines.Any(line => KeyOf(line) == KeyOf(row));

    internal static Recipient Of(ReminderRecipient recipient) => recipient switch
    {
        ReminderRecipient.Consultant => Recipient.Consultant,
        ReminderRecipient.Employer => Recipient.Employer,
        ReminderRecipient.Jobcoach => Recipient.JobCoach,
        _ => Recipient.Manager,
    };

    /// <summary>
    /// Of what had passed when it was entered, the latest FU_* and the latest DOORSTROOM stay open and late, and every date of law;
    /// older contacts are not held against anyone.
    /// </summary>
    private static HashSet<ReminderLine> OlderContacts(IReadOnlyList<ReminderLine> lines, DateOnly enteredOn)
    {
        var passed = lines.Where(line => ReminderCodes.IsTalk(line.Code) && line.LegalDate < enteredOn).ToLookup(line => ReminderCodes.IsFollowUp(line.Code));
        return [.. passed.SelectMany(family => family.Where(line => line.LegalDate < family.Max(one => one.LegalDate)))];
    }

    private static void VoidPlanned(Reminder row, VoidReason reason)
    {
        if (row.State == ReminderState.Planned)
            row.Void(reason);
    }

    private static List<ReminderLine> LinesOf(Placement placement, DateOnly? end, RegulationBook book, DateOnly today)
    {
        var facts = FactsOf(placement, end);
        var knowsWhoPays = placement.Terms.CoachIssuer != CoachIssuer.Unknown;
        var atStart = ReminderRules.Of(facts, book, placement.Terms.Start).Lines;
        var now = ReminderRules.Of(facts, book, today).Lines;
        return [.. now.Concat(atStart).DistinctBy(KeyOf).Where(line => knowsWhoPays || !ReminderCodes.IsAboutCoach(line.Code))];
    }

    private static PlacementFacts FactsOf(Placement placement, DateOnly? end)
    {
        var terms = placement.Terms;
        return new PlacementFacts(
            placement.Id.ToString(),
            terms.Form,
            terms.Start,
            end,
            terms.FirstContractStart,
            terms.Subsidy switch
            {
                SubsidyKind.Measured => new LksFacts(LksKind.Measured, terms.SubsidyReviewOn),
                SubsidyKind.Flat => new LksFacts(LksKind.Flat),
                _ => null,
            },
            terms.Lkv switch
            {
                LkvKind.Banenafspraak => LkvCategory.Banenafspraak,
                LkvKind.Arbeidsgehandicapt => LkvCategory.Arbeidsgehandicapt,
                LkvKind.Herplaatsing => LkvCategory.Herplaatsing,
                _ => null,
            },
            terms.CoachIssuer switch
            {
                CoachIssuer.Uwv => new JobcoachFacts(JobcoachIssuer.Uwv, terms.CoachUntil),
                CoachIssuer.Municipality => new JobcoachFacts(JobcoachIssuer.Municipality, terms.CoachUntil),
                CoachIssuer.Unknown when placement.CoachId is not null => new JobcoachFacts(JobcoachIssuer.Municipality),
                _ => null,
            });
    }

    private static (string Code, DateOnly LegalDate, int Step, Recipient Recipient) KeyOf(Reminder row) => (row.Code, row.LegalDate, row.Step, row.Recipient);

    private static (string Code, DateOnly LegalDate, int Step, Recipient Recipient) KeyOf(ReminderLine line) => (line.Code, line.LegalDate, line.Step, Of(line.Recipient));
}
