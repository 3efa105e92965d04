namespace Marketplace.Domain.Reminders;

/// <summary>The codes of reminders that follow from dates (regulations.md, Reminders).</summary>
public static class ReminderCodes
{
    public const string FirstContact = "FU_W1";
    public const string DoorstroomTalk = "DOORSTROOM";
    public const string TrialFirstTerm = "PP_2M";
    public const string TrialEnd = "PP_MAX";
    public const string ParticipationEnd = "PPL_48";
    public const string ParticipationPremium = "PPL_PREMIE";
    public const string FlatSubsidyEnd = "LKS_FORFAIT_END";
    public const string LoonwaardeReview = "LKS_REVIEW";
    public const string SubsidyInJanuary = "LKS_JAN";
    public const string LkvDeclaration = "LKV_DECL";
    public const string LkvEnd = "LKV_END";
    public const string NoRiskAsk = "NORISK_ASK";
    public const string CoachReport = "JC_REPORT";
    public const string CoachStep = "JC_STEP";
    public const string CoachRenewal = "JC_RENEW";
    public const string ContractEnd = "CONTRACT_END";
    public const string ContractChain = "CONTRACT_CHAIN";
    public const string Review = "REVIEW_6M";
    public const string Ladder = "LADDER";
    public const string OldCapacity = "SCORE_OLD";

    /// <summary>The talks after the start, by their place in <see cref="Regulations.Terms.FollowUpMonths"/>.</summary>
    public static IReadOnlyList<string> Talks { get; } = ["FU_M1", "FU_M3", "FU_M6", "FU_M12"];

    /// <summary>FU_*: a follow-up talk.</summary>
    public static bool IsFollowUp(string code) => code.StartsWith("FU_", StringComparison.Ordinal);

    /// <summary>FU_* or DOORSTROOM: closed by a record of a talk. Every other code is a tick of its own recipient.</summary>
    public static bool IsTalk(string code) => code == DoorstroomTalk || IsFollowUp(code);

    /// <summary>JC_*: about the decision to pay a job coach.</summary>
    public static bool IsAboutCoach(string code) => code is CoachReport or CoachStep or CoachRenewal;

    /// <summary>The looks at a participation place, by their place in <see cref="Regulations.Terms.ParticipationChecks"/>.</summary>
    public static IReadOnlyList<string> ParticipationChecks { get; } = ["PPL_6", "PPL_9", "PPL_12", "PPL_24", "PPL_36"];

    /// <summary>The codes that are sent some days before their date: all but <see cref="NoRiskAsk"/>, which may not be early.</summary>
    public static IReadOnlyList<string> WithLead { get; } =
    [
        FirstContact, .. Talks, DoorstroomTalk, TrialFirstTerm, TrialEnd, .. ParticipationChecks, ParticipationEnd,
        ParticipationPremium, FlatSubsidyEnd, LoonwaardeReview, SubsidyInJanuary, LkvDeclaration, LkvEnd, CoachReport,
        CoachStep, CoachRenewal, ContractEnd, ContractChain, Review, Ladder, OldCapacity,
    ];
}
