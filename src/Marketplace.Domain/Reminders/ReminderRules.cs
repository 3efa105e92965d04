using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using static Marketplace.Domain.Reminders.ReminderRecipient;

namespace Marketplace.Domain.Reminders;

/// <summary>
/// Which reminders follow from the facts of a placement or candidate: a pure function of the facts, the figures and the
/// day on which is asked. The legal date follows from a rule and is never moved; the sending day is a working day before it.
/// </summary>
public static class ReminderRules
{
    /// <summary>The reminders that are still to be sent on or after a day, with the dates that are missing.</summary>
    /// <param name="placements">The placements, in the order of the answer.</param>
    /// <param name="candidates">The candidates, in the order of the answer, after the placements.</param>
    /// <param name="book">The figures.</param>
    /// <param name="on">The day on which is asked.</param>
    public static ReminderList ToSend(
        IEnumerable<PlacementFacts> placements, IEnumerable<CandidateFacts> candidates, RegulationBook book, DateOnly on)
    {
        ReminderList[] all = [.. placements.Select(facts => Of(facts, book, on)), .. candidates.Select(facts => Of(facts, book, on))];
        return new ReminderList(
            [.. all.SelectMany(list => list.Lines).Where(line => line.SendOn >= on)],
            [.. all.SelectMany(list => list.Missing)]);
    }

    /// <summary>Every reminder of a placement up to the horizon, also those whose sending day has passed.</summary>
    /// <param name="facts">The facts of the placement.</param>
    /// <param name="book">The figures.</param>
    /// <param name="on">The day on which is asked: lead times and the horizon are those of this day.</param>
    public static ReminderList Of(PlacementFacts facts, RegulationBook book, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var horizon = Later(facts.Start, on).AddMonths(book.Whole(Terms.ReminderHorizon, on));
        var end = LastDay(facts, book);
        var moments = Moments(facts, book, horizon)
            .Where(moment => moment.LegalDate <= horizon)
            .Where(moment => end is null || moment.LegalDate <= (moment.IsAboutTheEnd ? end.Value.AddDays(1) : end.Value));

        MissingDate[] missing =
            facts.Lks is { Kind: LksKind.Measured, ReviewOn: null } && !(facts.End < on)
                ? [new MissingDate(facts.Code, ReminderCodes.LoonwaardeReview, "lks.reviewOn")]
                : [];
        return new ReminderList(Lines(facts.Code, moments, facts.Start, facts.Jobcoach is not null, book, on), missing);
    }

    /// <summary>Every reminder of a candidate, also those whose sending day has passed.</summary>
    /// <param name="facts">The facts of the candidate.</param>
    /// <param name="book">The figures.</param>
    /// <param name="on">The day on which is asked: lead times are those of this day.</param>
    public static ReminderList Of(CandidateFacts facts, RegulationBook book, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (string Code, Term Months, DateOnly? Since, string Field)[] rows =
        [
            (ReminderCodes.Ladder, Terms.LadderMonths, facts.LadderMeasuredOn, "ladderMeasuredOn"),
            (ReminderCodes.Review, Terms.ReviewMonths, facts.LastReviewOn, "lastReviewOn"),
            (ReminderCodes.OldCapacity, Terms.CapacityMonths, facts.OldestCapacityOn, "oldestCapacityOn"),
        ];

        var lines = new List<ReminderLine>();
        var missing = new List<MissingDate>();
        foreach (var (code, months, since, field) in rows)
        {
            if (code == ReminderCodes.Review && facts.InPaidWork)
            {
                continue;
            }

            if (since is { } known)
            {
                var moment = new Moment(code, 0, known.AddMonths(book.Whole(months, known)), [Consultant]);
                lines.AddRange(Lines(facts.Code, [moment], known, hasJobcoach: false, book, on));
            }
            else
            {
                missing.Add(new MissingDate(facts.Code, code, field));
            }
        }

        return new ReminderList([.. InOrder(lines)], missing);
    }

    /// <summary>A day that a rule names.</summary>
    /// <param name="Code">The code of the reminder.</param>
    /// <param name="Step">Which moment of this code it is.</param>
    /// <param name="LegalDate">The day.</param>
    /// <param name="Recipients">For whom; the job coach only when there is one.</param>
    /// <param name="IsAboutTheEnd">Whether it may also lie on the day after the end.</param>
    private sealed record Moment(string Code, int Step, DateOnly LegalDate, ReminderRecipient[] Recipients, bool IsAboutTheEnd = false);

    private static IEnumerable<Moment> Moments(PlacementFacts facts, RegulationBook book, DateOnly horizon) =>
    [
        .. EveryPlacement(facts, book),
        .. facts.Form == Forms.Trial ? Trial(facts, book) : [],
        .. facts.Form == Forms.ParticipationPlace ? ParticipationPlace(facts, book) : [],
        .. facts.Lks is { } lks ? WageSubsidy(facts, lks, book, horizon) : [],
        .. facts.Lkv is { } lkv ? Lkv(facts, lkv, book) : [],
        .. facts.Jobcoach is { } jobcoach ? Coach(facts, jobcoach, book, horizon) : [],
        .. Forms.IsPaid(facts.Form) ? PaidWork(facts, book) : [],
    ];

    private static IEnumerable<Moment> EveryPlacement(PlacementFacts facts, RegulationBook book)
    {
        var start = facts.Start;
        yield return new(ReminderCodes.FirstContact, 0, start.AddDays(book.Whole(Terms.FirstContactDays, start)), [Employer, Jobcoach]);

        var talks = book.WholeList(Terms.FollowUpMonths, start);
        ReminderRecipient[][] atTheTalks = [[Employer, Jobcoach], [Consultant, Jobcoach], [Consultant, Employer, Jobcoach], [Consultant, Employer]];
        for (var i = 0; i < talks.Count; i++)
        {
            yield return new(ReminderCodes.Talks[i], 0, start.AddMonths(talks[i]), atTheTalks[i]);
        }

        foreach (var (step, months) in book.WholeList(Terms.NextStepMonths, start).Index())
        {
            yield return new(ReminderCodes.DoorstroomTalk, step, start.AddMonths(months), [Consultant, Jobcoach], IsAboutTheEnd: true);
        }
    }

    /// <summary>PW 8a(2)d; WW 76a; WIA 37.</summary>
    private static IEnumerable<Moment> Trial(PlacementFacts facts, RegulationBook book)
    {
        var firstTerm = facts.Start.AddMonths(book.Whole(Terms.TrialFirstMonths, facts.Start));
        yield return new(ReminderCodes.TrialFirstTerm, 0, firstTerm, [Consultant, Employer], IsAboutTheEnd: true);

        var longest = facts.Start.AddMonths(LongestTrial(book, facts.Start));
        yield return new(ReminderCodes.TrialEnd, 0, longest, [Consultant, Employer], IsAboutTheEnd: true);
    }

    /// <summary>PW 10a(1), (5), (6), (8)–(10).</summary>
    private static IEnumerable<Moment> ParticipationPlace(PlacementFacts facts, RegulationBook book)
    {
        var start = facts.Start;
        foreach (var (i, months) in book.WholeList(Terms.ParticipationChecks, start).Index())
        {
            var code = ReminderCodes.ParticipationChecks[i];
            yield return new(
                code, 0, start.AddMonths(months), code == "PPL_12" ? [Consultant, Employer] : [Consultant],
                IsAboutTheEnd: code is not ("PPL_6" or "PPL_9"));
        }

        var maxMonths = book.Whole(Terms.ParticipationMaxMonths, start);
        yield return new(ReminderCodes.ParticipationEnd, 0, start.AddMonths(maxMonths), [Consultant, Manager], IsAboutTheEnd: true);

        var every = book.Whole(Terms.PremiumEveryMonths, start);
        for (var step = 0; (step + 1) * every <= maxMonths; step++)
        {
            yield return new(ReminderCodes.ParticipationPremium, step, start.AddMonths((step + 1) * every), [Consultant], IsAboutTheEnd: true);
        }
    }

    /// <summary>PW 10d(5)–(7).</summary>
    private static IEnumerable<Moment> WageSubsidy(PlacementFacts facts, LksFacts lks, RegulationBook book, DateOnly horizon)
    {
        var flatEnd = facts.Start.AddMonths(book.Whole(Terms.FlatMonths, facts.Start));
        if (lks.Kind == LksKind.Flat)
        {
            yield return new(ReminderCodes.FlatSubsidyEnd, 0, flatEnd, [Consultant, Employer]);
        }
        else if (lks.ReviewOn is { } reviewOn)
        {
            yield return new(ReminderCodes.LoonwaardeReview, 0, reviewOn, [Consultant, Employer]);
        }

        var last = lks.Kind == LksKind.Flat ? flatEnd.AddDays(-1) : horizon;
        var january = new DateOnly(facts.Start.Year + 1, 1, 1);
        for (var step = 0; january <= last; step++, january = january.AddYears(1))
        {
            yield return new(ReminderCodes.SubsidyInJanuary, step, january, [Consultant, Employer]);
        }
    }

    /// <summary>WTL 2.7(1), 2.8(1), 2.15, 2.16.</summary>
    private static IEnumerable<Moment> Lkv(PlacementFacts facts, LkvCategory lkv, RegulationBook book)
    {
        if (lkv == LkvCategory.Banenafspraak)
        {
            yield break;
        }

        var start = facts.Start;
        var months = lkv == LkvCategory.Arbeidsgehandicapt ? Terms.LkvMonths : Terms.LkvReplacementMonths;
        yield return new(ReminderCodes.LkvDeclaration, 0, start.AddMonths(book.Whole(Terms.DeclarationMonths, start)), [Consultant, Employer]);
        yield return new(ReminderCodes.LkvEnd, 0, start.AddMonths(book.Whole(months, start)), [Employer]);
    }

    /// <summary>PW 10, 10da; WIA 35; RIB 12, 18.</summary>
    private static IEnumerable<Moment> Coach(PlacementFacts facts, JobcoachFacts jobcoach, RegulationBook book, DateOnly horizon)
    {
        var start = facts.Start;
        var last = jobcoach.Until ?? horizon;
        var every = book.Whole(Terms.CoachReportMonths, start);
        for (var step = 0; start.AddMonths((step + 1) * every) is var report && report <= last && report <= horizon; step++)
        {
            yield return new(ReminderCodes.CoachReport, step, report, [Jobcoach]);
        }

        var years = book.NumberList(Terms.CoachPercentages, start).Count;
        for (var year = 1; year < years && jobcoach.Issuer == JobcoachIssuer.Uwv && start.AddMonths(12 * year) <= last; year++)
        {
            yield return new(ReminderCodes.CoachStep, year - 1, start.AddMonths(12 * year), [Employer, Jobcoach]);
        }

        if (jobcoach.Until is { } until)
        {
            yield return new(ReminderCodes.CoachRenewal, 0, until, [Employer, Jobcoach], IsAboutTheEnd: true);
        }
    }

    /// <summary>ZW 38b(1); BW 7:668, 7:668a.</summary>
    private static IEnumerable<Moment> PaidWork(PlacementFacts facts, RegulationBook book)
    {
        var start = facts.Start;
        var ask = start.AddMonths(book.Whole(Terms.NoRiskAskMonths, start));
        yield return new(ReminderCodes.NoRiskAsk, 0, ask.Day < start.Day ? ask.AddDays(1) : ask, [Employer]);

        if (facts.End is not { } end)
        {
            yield break;
        }

        if (end >= LastDayOf(start, book.Whole(Terms.NoticeMinContractMonths, start)))
        {
            var notice = end.AddMonths(-book.Whole(Terms.NoticeMonths, start));
            yield return new(ReminderCodes.ContractEnd, 0, notice, [Consultant, Employer], IsAboutTheEnd: true);
        }

        if (facts.FirstContractStart is { } first)
        {
            yield return new(ReminderCodes.ContractChain, 0, first.AddMonths(book.Whole(Terms.ChainMonths, first)), [Employer], IsAboutTheEnd: true);
        }
    }

    private static IReadOnlyList<ReminderLine> Lines(
        string subject, IEnumerable<Moment> moments, DateOnly trigger, bool hasJobcoach, RegulationBook book, DateOnly on)
    {
        var lines = new List<ReminderLine>();
        foreach (var moment in moments)
        {
            var recipients = moment.Recipients.Select(recipient => recipient == Jobcoach && !hasJobcoach ? Consultant : recipient).Distinct();
            var sendings = SendingDays(moment, trigger, book, on);
            foreach (var recipient in recipients)
            {
                lines.AddRange(sendings.Select((sendOn, sending) => new ReminderLine(
                    subject, moment.Code, moment.LegalDate, sendOn, recipient, (moment.Step * sendings.Count) + sending)));
            }
        }

        return [.. InOrder(lines).DistinctBy(line => line with { Step = 0 })];
    }

    private static List<DateOnly> SendingDays(Moment moment, DateOnly trigger, RegulationBook book, DateOnly on) =>
        moment.Code == ReminderCodes.NoRiskAsk
            ? [WorkingDays.OnOrAfter(moment.LegalDate)] // asking earlier is forbidden (ZW 38b(1))
            : [.. book.WholeList(Terms.Lead(moment.Code), on).Select(lead =>
            {
                var before = WorkingDays.OnOrBefore(moment.LegalDate.AddDays(-lead));
                return before > trigger ? before : WorkingDays.OnOrAfter(trigger.AddDays(1));
            })];

    private static IOrderedEnumerable<ReminderLine> InOrder(IEnumerable<ReminderLine> lines) => lines
        .OrderBy(line => line.SendOn)
        .ThenBy(line => line.Code, StringComparer.Ordinal)
        .ThenBy(line => line.Recipient)
        .ThenBy(line => line.LegalDate);

    /// <summary>The end that limits reminders: a trial and a participation place end by law at the latest.</summary>
    private static DateOnly? LastDay(PlacementFacts facts, RegulationBook book)
    {
        var byLaw = facts.Form switch
        {
            Forms.Trial => LastDayOf(facts.Start, LongestTrial(book, facts.Start)),
            Forms.ParticipationPlace => LastDayOf(facts.Start, book.Whole(Terms.ParticipationMaxMonths, facts.Start)),
            _ => (DateOnly?)null,
        };
        return facts.End is { } end && byLaw is { } latest ? (end < latest ? end : latest) : facts.End ?? byLaw;
    }

    private static int LongestTrial(RegulationBook book, DateOnly start) =>
        Math.Max(book.Whole(Terms.TrialUwvMaxMonths, start), book.Whole(Terms.TrialMunicipalityMaxMonths, start));

    private static DateOnly LastDayOf(DateOnly start, int months) => start.AddMonths(months).AddDays(-1);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
