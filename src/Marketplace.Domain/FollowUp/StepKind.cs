namespace Marketplace.Domain.FollowUp;

/// <summary>Kinds of open step in Te doen, beside the reminders (lists.md §8).</summary>
public enum StepKind
{
    /// <summary>Nieuwe functie: bel binnen 2 werkdagen (adviser).</summary>
    NewJob,

    /// <summary>Work of somebody without an account: call, and invite (adviser).</summary>
    CallAndInvite,

    /// <summary>Look back with the team at the division of tasks of a carved job (adviser).</summary>
    LookBack,

    /// <summary>A task on which nothing was asked yet (adviser).</summary>
    TaskNotAsked,

    /// <summary>A job coach suggests other tasks for a job (adviser).</summary>
    TasksSuggested,

    /// <summary>Read a scan that is finished, or a remark on it (employer or adviser: the other one wrote it).</summary>
    ReadScan,

    /// <summary>Answer a proposal (employer).</summary>
    AnswerProposal,

    /// <summary>No answer after five working days: call the employer (adviser).</summary>
    CallAboutProposal,

    /// <summary>The employer said "Bel mij, ik leg het uit" (adviser).</summary>
    EmployerAsksCall,

    /// <summary>Ask consent to meet (consultant).</summary>
    AskConsentToMeet,

    /// <summary>Plan an introduction (job coach).</summary>
    PlanIntroduction,

    /// <summary>Record how an introduction went (job coach).</summary>
    RecordIntroduction,

    /// <summary>Make the placement after both said yes (job coach).</summary>
    AgreePlacement,

    /// <summary>Consent ends in 30 days (consultant).</summary>
    ConsentEnds,

    /// <summary>A fact that the reminders need is not known (consultant).</summary>
    MissingFact,

    /// <summary>Er is iets nodig (job coach, 2 working days).</summary>
    SomethingNeeded,

    /// <summary>Bel vandaag: a placement stopped (consultant).</summary>
    CallToday,

    /// <summary>An act that was agreed in a record.</summary>
    AgreedAct,

    /// <summary>An act of the arrangements of a placement (owner by act).</summary>
    AskRight,

    /// <summary>Look what came of a decision to deviate (consultant).</summary>
    LookBackDeviation,
}
