using Marketplace.Domain.Reminders;

namespace Marketplace.Domain.Regulations;

/// <summary>Every term that the rules read, in one place.</summary>
public static class Terms
{
    /// <summary>The age from which the adult minimum wage holds, in years (WML 7(1)).</summary>
    public static readonly Term AdultAge = new("wml.ages", "adult");

    /// <summary>The lowest age at which work starts, in years (BMJ 2).</summary>
    public static readonly Term YoungestAge = new("wml.ages", "youngest");

    /// <summary>Holiday allowance, in percent (WML 15).</summary>
    public static readonly Term HolidayAllowance = new("wml.holiday", IsWhole: false);

    /// <summary>Months of the flat wage cost subsidy (PW 10d(5)).</summary>
    public static readonly Term FlatMonths = new("lks.flat", "months");

    /// <summary>Hours a week on which the reference month rests (PW 10d(4), (5); WML 8(1)).</summary>
    public static readonly Term ReferenceHours = new("lks.hours", IsWhole: false);

    /// <summary>Months after the start of an existing job within which the subsidy is asked (PW 10d(2)).</summary>
    public static readonly Term ApplyMonths = new("lks.apply");

    /// <summary>Months that the LKV arbeidsgehandicapt lasts (WTL 2.8(1)).</summary>
    public static readonly Term LkvMonths = new("lkv.terms", "arbeidsgehandicaptMonths");

    /// <summary>Months that the LKV herplaatsing lasts (WTL 2.16(1)).</summary>
    public static readonly Term LkvReplacementMonths = new("lkv.terms", "herplaatsingMonths");

    /// <summary>Years after the &lt; 35 % assessment within which the job starts (WTL 2.6(2)).</summary>
    public static readonly Term LkvWithinYears = new("lkv.terms", "withinYears");

    /// <summary>Months after the start within which the declaration is asked (WTL 2.7(1)).</summary>
    public static readonly Term DeclarationMonths = new("lkv.terms", "declarationMonths");

    /// <summary>Years of no-risk after the start (ZW 29b(1)).</summary>
    public static readonly Term NoRiskYears = new("norisk.years");

    /// <summary>Years after the &lt; 35 % assessment within which the job starts (ZW 29b(1)b under 4).</summary>
    public static readonly Term NoRiskWithinYears = new("norisk.within");

    /// <summary>Months after which the employer may ask whether no-risk applies (ZW 38b(1)).</summary>
    public static readonly Term NoRiskAskMonths = new("norisk.ask");

    /// <summary>Job coaching as a percentage of the hours, in year 1, 2, and 3 and later (RIB 12, 18).</summary>
    public static readonly Term CoachPercentages = new("jobcoach.uwv", "percentages", Count: 3, IsWhole: false);

    /// <summary>Hours a week below which UWV usually pays no job coach.</summary>
    public static readonly Term CoachMinHours = new("jobcoach.uwv", "minHoursPerWeek", IsWhole: false);

    /// <summary>Months below which a contract is usually too short for a job coach of UWV.</summary>
    public static readonly Term CoachMinContractMonths = new("jobcoach.uwv", "minContractMonths");

    /// <summary>Loonwaarde in percent below which UWV usually pays no job coach.</summary>
    public static readonly Term CoachMinLoonwaarde = new("jobcoach.uwv", "minLoonwaarde", IsWhole: false);

    /// <summary>Months between two reports of a job coach.</summary>
    public static readonly Term CoachReportMonths = new("jobcoach.report");

    /// <summary>Months of the first term of a municipal trial placement (PW 8a(2)d).</summary>
    public static readonly Term TrialFirstMonths = new("trial.municipality", "firstTermMonths");

    /// <summary>Longest municipal trial placement in months (PW 8a(2)d).</summary>
    public static readonly Term TrialMunicipalityMaxMonths = new("trial.municipality", "maxMonths");

    /// <summary>Longest trial placement with a benefit of UWV in months (WW 76a, WIA 37).</summary>
    public static readonly Term TrialUwvMaxMonths = new("trial.uwv", "maxMonths");

    /// <summary>Lowest age for a participation place in years (PW 7(3)a, 10a(1)).</summary>
    public static readonly Term ParticipationMinAge = new("participation.terms", "minAge");

    /// <summary>Months after which a participation place is looked at, by position (PW 10a(1), (5), (8)–(10)).</summary>
    public static readonly Term ParticipationChecks = new("participation.terms", "checks", Count: 5);

    /// <summary>Longest participation place in months (PW 10a(1), (9), (10)).</summary>
    public static readonly Term ParticipationMaxMonths = new("participation.terms", "maxMonths");

    /// <summary>Months between two premiums (PW 10a(6)).</summary>
    public static readonly Term PremiumEveryMonths = new("participation.terms", "premiumEveryMonths");

    /// <summary>Months before the end of a contract at which the employer gives notice (BW 7:668).</summary>
    public static readonly Term NoticeMonths = new("contract.notice", "noticeMonths");

    /// <summary>Shortest contract in months for which notice is due (BW 7:668).</summary>
    public static readonly Term NoticeMinContractMonths = new("contract.notice", "minContractMonths");

    /// <summary>Months after which a chain of contracts becomes permanent (BW 7:668a).</summary>
    public static readonly Term ChainMonths = new("contract.chain", "months");

    /// <summary>Days after the start of the first contact.</summary>
    public static readonly Term FirstContactDays = new("followup.moments", "firstDays");

    /// <summary>Months after the start of the talks, by position.</summary>
    public static readonly Term FollowUpMonths = new("followup.moments", "months", Count: 4);

    /// <summary>Months after the start at which the next step is talked about.</summary>
    public static readonly Term NextStepMonths = new("doorstroom.moments", "months", Count: 0);

    /// <summary>Months after the last review of a candidate.</summary>
    public static readonly Term ReviewMonths = new("candidate.moments", "reviewMonths");

    /// <summary>Months after the last measurement on the participation ladder.</summary>
    public static readonly Term LadderMonths = new("candidate.moments", "ladderMonths");

    /// <summary>Months after which a capacity is old.</summary>
    public static readonly Term CapacityMonths = new("candidate.moments", "capacityMonths");

    /// <summary>Months after the later of start and the day asked, beyond which no reminder is listed.</summary>
    public static readonly Term ReminderHorizon = new("reminder.horizon");

    /// <summary>Days overdue without an answer after which a colleague gets the reminder.</summary>
    public static readonly Term ColleagueAfterDays = new("reminder.escalation", "colleagueDays");

    /// <summary>Days overdue without an answer after which the manager gets the reminder.</summary>
    public static readonly Term ManagerAfterDays = new("reminder.escalation", "managerDays");

    /// <summary>The pension age in months (AOW 7a).</summary>
    public static readonly Term PensionAgeMonths = new("aow.age", "months");

    /// <summary>First birth date of those with the later pension age.</summary>
    public static readonly Term PensionLaterBornFrom = new("aow.age", "laterBornFrom", IsWhole: false, IsDate: true);

    /// <summary>The later pension age in months.</summary>
    public static readonly Term PensionLaterMonths = new("aow.age", "laterMonths");

    private static readonly Dictionary<string, Term> Leads = ReminderCodes.WithLead.ToDictionary(code => code, code => new Term("reminder.lead", code, Count: 0));

    /// <summary>Days between sending and the legal date, one number for each time that a reminder is sent.</summary>
    /// <param name="code">The code of the reminder, for example <c>LKV_DECL</c>.</param>
    public static Term Lead(string code) => Leads[code];

    /// <summary>All terms; a book is checked against this list.</summary>
    public static IReadOnlyList<Term> All { get; } =
    [
        AdultAge, YoungestAge, HolidayAllowance, FlatMonths, ReferenceHours, ApplyMonths, LkvMonths, LkvReplacementMonths,
        LkvWithinYears, DeclarationMonths, NoRiskYears, NoRiskWithinYears, NoRiskAskMonths, CoachPercentages, CoachMinHours,
        CoachMinContractMonths, CoachMinLoonwaarde, CoachReportMonths, TrialFirstMonths, TrialMunicipalityMaxMonths,
        TrialUwvMaxMonths, ParticipationMinAge, ParticipationChecks, ParticipationMaxMonths, PremiumEveryMonths, NoticeMonths,
        NoticeMinContractMonths, ChainMonths, FirstContactDays, FollowUpMonths, NextStepMonths, ReviewMonths, LadderMonths,
        CapacityMonths, ReminderHorizon, ColleagueAfterDays, ManagerAfterDays, PensionAgeMonths, PensionLaterBornFrom,
        PensionLaterMonths, .. Leads.Values,
    ];
}
